package org.porchlight.viewing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.camera.Cameras;
import org.springframework.stereotype.Component;

/**
 * The viewing that a stream belongs to: the page's, whose number it carries, or one of its own. Nobody watches unlogged, and
 * nobody through another's viewing.
 */
@Component
class StreamViewings {

    /** What the log calls a reader that is no page of ours. */
    static final String PROGRAM = "Program";

    private final Cameras cameras;
    private final Viewings viewings;
    private final CurrentMember currentMember;

    StreamViewings(Cameras cameras, Viewings viewings, CurrentMember currentMember) {
        this.cameras = cameras;
        this.viewings = viewings;
        this.currentMember = currentMember;
    }

    /** The viewing for a stream that is asked for now; empty where there is no such camera, or no such viewing of theirs. */
    Optional<Viewing> join(long camera, @Nullable Long pagesViewing, HttpServletRequest request) {
        return pagesViewing == null ? begin(camera, request) : pages(pagesViewing, camera);
    }

    /** The stream is over; so is its viewing, unless it is a page's. */
    void leave(Viewing viewing, @Nullable Long pagesViewing) {
        if (pagesViewing == null) {
            viewings.end(viewing.id(), EndReason.LEFT);
        }
    }

    /** The page's viewing, if it is still going on and belongs to whoever asks. */
    Optional<Viewing> pages(long viewing, long camera) {
        long member = currentMember.get().id();
        return viewings.open(viewing).filter(open -> open.memberId() == member && open.cameraId() == camera);
    }

    private Optional<Viewing> begin(long camera, HttpServletRequest request) {
        Member member = currentMember.get();
        return cameras.find(camera)
                .map(found ->
                        viewings.begin(member, camera, request.getSession().getId(), PROGRAM));
    }
}
