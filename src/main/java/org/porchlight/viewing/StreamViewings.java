package org.porchlight.viewing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Sentence;
import org.porchlight.token.CurrentToken;
import org.porchlight.token.Token;
import org.porchlight.token.Tokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The viewing that a stream belongs to: the page's, whose number it carries, or one of its own. Nobody watches unlogged, and
 * nobody through another's viewing.
 */
@Component
class StreamViewings {

    private final Cameras cameras;
    private final Viewings viewings;
    private final CurrentMember currentMember;
    private final CurrentToken currentToken;
    private final Tokens tokens;

    StreamViewings(
            Cameras cameras, Viewings viewings, CurrentMember currentMember, CurrentToken currentToken, Tokens tokens) {
        this.cameras = cameras;
        this.viewings = viewings;
        this.currentMember = currentMember;
        this.currentToken = currentToken;
        this.tokens = tokens;
    }

    /**
     * As {@link #join}, for an answer of this type. Whoever wants its headers alone, or has no such viewing, has been answered when
     * the result is empty.
     */
    Optional<Viewing> joinOrAnswer(
            long camera,
            @Nullable Long pagesViewing,
            String contentType,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            response.setContentType(contentType);
            return Optional.empty();
        }
        Optional<Sentence> refusal = refusal(camera);
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
            return Optional.empty();
        }
        Optional<Viewing> viewing = join(camera, pagesViewing, request);
        if (viewing.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return viewing;
    }

    /** Why nobody looks through this camera now; empty when its shutter is open. */
    Optional<Sentence> refusal(long camera) {
        return cameras.shutter(camera).map(shutter -> Sentence.of("viewing.shutterClosed"));
    }

    private static void refuse(HttpServletResponse response, Sentence sentence) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter().print(sentence);
    }

    /** The viewing for a stream that is asked for now; empty where there is no such camera, or no such viewing of theirs. */
    Optional<Viewing> join(long camera, @Nullable Long pagesViewing, HttpServletRequest request) {
        return pagesViewing == null ? begin(camera, request) : pages(pagesViewing, camera);
    }

    /** The stream is over; so is its viewing, unless it is a page's. */
    void leave(Viewing viewing, @Nullable Long pagesViewing) {
        if (pagesViewing == null) {
            viewings.end(viewing.id(), EndReason.STOPPED);
        }
    }

    /** Logs a single picture for whoever asks now, outside any page. */
    void glance(long camera) {
        Optional<Token> token = currentToken.find();
        if (token.isPresent()) {
            viewings.glance(token.get(), camera);
        } else {
            viewings.glance(currentMember.get(), camera, Viewings.PROGRAM);
        }
    }

    /** The page's viewing, if it is still going on and belongs to whoever asks; a program has no page. */
    Optional<Viewing> pages(long viewing, long camera) {
        return currentMember
                .find()
                .flatMap(member -> viewings.open(viewing)
                        .filter(open -> open.memberId() == member.id() && open.cameraId() == camera));
    }

    private Optional<Viewing> begin(long camera, HttpServletRequest request) {
        if (cameras.find(camera).isEmpty()) {
            return Optional.empty();
        }
        Optional<Token> token = currentToken.find();
        if (token.isPresent()) {
            return Optional.of(begin(token.get(), camera));
        }
        return Optional.of(
                begin(currentMember.get(), camera, request.getSession().getId()));
    }

    private Viewing begin(Member member, long camera, String session) {
        Viewing viewing = viewings.begin(member, camera, session, Viewings.PROGRAM);
        if (currentMember.isOver(session)) { // just now, as below
            viewings.end(viewing.id(), EndReason.SIGNED_OUT);
        }
        return viewing;
    }

    private Viewing begin(Token token, long camera) {
        Viewing viewing = viewings.begin(token, camera);
        if (tokens.isRevoked(token)) { // just now: whoever told the viewings did not know this one yet
            viewings.end(viewing.id(), EndReason.REVOKED);
        }
        return viewing;
    }
}
