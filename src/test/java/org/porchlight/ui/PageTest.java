package org.porchlight.ui;

import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.porchlight.account.AsOwner;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.SetupCode;
import org.porchlight.settings.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A page of the whole application with the demo camera, without a browser. Each class has an application of its own: Vaadin
 * keeps who is signed in where the application started last finds it, so one that was started before others is not used again.
 */
@SpringBootTest
@DirtiesContext
abstract class PageTest extends SpringBrowserlessTest {

    static final String PASSWORD = "under the old lamp";

    @MockitoBean
    CurrentMember currentMember;

    @Autowired
    Members members;

    @Autowired
    SetupCode setupCode;

    @DynamicPropertySource
    static void house(DynamicPropertyRegistry properties) {
        Path folder = newFolder();
        properties.add("porchlight.data-dir", folder::toString);
        properties.add("porchlight.camera", () -> "demo");
    }

    /** Setting up already opens the first page, and that asks who is there. */
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        become("Ana");
        super.initVaadinEnvironment();
    }

    /** Has {@code username} sit before the pages; the first one is the owner. */
    Member become(String username) {
        Member member = AsOwner.ask(members::all).stream()
                .filter(known -> known.username().equals(username))
                .findFirst()
                .orElseGet(() -> signUp(username));
        when(currentMember.get()).thenReturn(member);
        when(currentMember.find()).thenReturn(Optional.of(member));
        return member;
    }

    private Member signUp(String username) {
        try {
            return members.signUp(username, PASSWORD, PASSWORD, members.none() ? setupCode.display() : "");
        } catch (InvalidInput e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one visible component of that type that screen readers call so. */
    <T extends Component> T named(Class<T> type, String name) {
        return $(type).withCondition(found -> name.equals(found.getElement().getAttribute("aria-label"))
                        || name.equals(found.getElement().getText()))
                .single();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("porchlight-page");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
