package org.porchlight.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.KeptSessions.Kept;
import org.porchlight.account.SessionEnded.Why;
import org.porchlight.settings.OwnersOnly;
import org.springframework.stereotype.Service;

/** Where members are signed in: those sessions that are open now, and browsers that sign them in again. Safe for any thread. */
@Service
public class MemberSessions {
    private final OpenSessions open;
    private final KeptSessions kept;
    private final Accounts accounts;
    private final CurrentMember me;

    MemberSessions(OpenSessions open, KeptSessions kept, Accounts accounts, CurrentMember me) {
        this.open = open;
        this.kept = kept;
        this.accounts = accounts;
        this.me = me;
    }

    /**
     * Where whoever asks is signed in, this session first, then what was used last.
     *
     * @param here the HTTP session that asks
     */
    public List<OwnSession> mine(String here) {
        long member = me.get().id();
        List<OwnSession> mine = new ArrayList<>();
        for (Kept browser : kept.of(member)) {
            Predicate<OpenSession> its =
                    session -> session.kept().filter(id -> id == browser.id()).isPresent();
            Optional<OpenSession> last = open.of(member).filter(its).max(Comparator.comparing(OpenSession::lastUse));
            mine.add(new OwnSession(
                    last.map(OpenSession::id).orElse(null),
                    browser.id(),
                    new Visitor(browser.address(), browser.device()),
                    browser.since(),
                    last.map(OpenSession::lastUse).orElse(browser.usedAt()),
                    open.of(member).filter(its).anyMatch(session -> session.id().equals(here))));
        }
        open.of(member)
                .filter(session -> session.kept().isEmpty())
                .map(session -> new OwnSession(
                        session.id(),
                        null,
                        session.where(),
                        session.since(),
                        session.lastUse(),
                        session.id().equals(here)))
                .forEach(mine::add);
        mine.sort(Comparator.comparing(OwnSession::here)
                .thenComparing(OwnSession::lastUse)
                .reversed());
        return mine;
    }

    /** Signs whoever asks out there: at once, and for good. */
    public void end(OwnSession session) {
        long member = me.get().id();
        end(member, session.sessionId(), session.keptId());
    }

    private void end(long member, @Nullable String sessionId, @Nullable Long keptId) {
        if (keptId != null && kept.of(member).stream().anyMatch(own -> own.id() == keptId)) {
            kept.end(keptId);
        }
        open.end(
                session -> session.who().id() == member
                        && (session.id().equals(sessionId)
                                || session.kept()
                                        .filter(id -> id.equals(keptId))
                                        .isPresent()),
                Why.SIGNED_OUT_ELSEWHERE);
    }

    /** Signs whoever asks out everywhere but here. */
    public void endOthers(String here) {
        endOthers(me.get().id(), here, Why.SIGNED_OUT_ELSEWHERE);
    }

    /** When a member did something last in a session that is still open. */
    @OwnersOnly
    public Optional<Instant> lastUse(long memberId) {
        return open.of(memberId).map(OpenSession::lastUse).max(Comparator.naturalOrder());
    }

    void endOthers(long memberId, String here, Why why) {
        Optional<Long> own = open.of(memberId)
                .filter(session -> session.id().equals(here))
                .findFirst()
                .flatMap(OpenSession::kept);
        kept.of(memberId).stream()
                .map(Kept::id)
                .filter(id -> own.filter(id::equals).isEmpty())
                .forEach(kept::end);
        open.end(session -> session.who().id() == memberId && !session.id().equals(here), why);
    }

    void endAll(long memberId, Why why) {
        endOthers(memberId, "", why);
    }

    /** Has what is open go on with the rights that the member has now. */
    void renew(long memberId) {
        accounts.findById(memberId).map(Account::member).ifPresent(open::renew);
    }
}
