package org.porchlight.viewing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.token.CurrentToken;
import org.porchlight.token.Tokens;
import org.springframework.mock.web.MockHttpServletRequest;

class StreamViewingsTest {
    private static final long DOOR = 1;

    private final Member ana = People.named(1, "Ana");
    private final Viewing viewing =
            new Viewing(7, 1, "Ana", DOOR, "Front door", Viewings.PROGRAM, Instant.EPOCH, null, null, null);
    private final Cameras cameras = mock(Cameras.class);
    private final Viewings viewings = mock(Viewings.class);
    private final CurrentMember currentMember = mock(CurrentMember.class);
    private final CurrentToken currentToken = mock(CurrentToken.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final String session = request.getSession().getId();
    private final StreamViewings streams =
            new StreamViewings(cameras, viewings, currentMember, currentToken, mock(Tokens.class));

    @BeforeEach
    void anaAsksForAStream() {
        when(cameras.find(DOOR)).thenReturn(Optional.of(new Camera(DOOR, "Front door", null, 1280, 720)));
        when(currentToken.find()).thenReturn(Optional.empty());
        when(currentMember.get()).thenReturn(ana);
        when(viewings.begin(eq(ana), eq(DOOR), eq(session), any())).thenReturn(viewing);
    }

    @Test
    void aStreamGoesOnWhileItsSessionDoes() {
        streams.join(DOOR, null, request);
        verify(viewings, never()).end(anyLong(), any());
    }

    @Test
    void aStreamWhoseSessionEndsWhileItBeginsEndsToo() {
        when(currentMember.isOver(session)).thenReturn(true);
        streams.join(DOOR, null, request);
        verify(viewings).end(viewing.id(), EndReason.SIGNED_OUT);
    }
}
