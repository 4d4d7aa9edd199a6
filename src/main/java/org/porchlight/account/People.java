package org.porchlight.account;

import java.util.List;
import java.util.Optional;
import org.porchlight.account.MemberChanged.Change;
import org.porchlight.account.SessionEnded.Why;
import org.porchlight.media.Sentence;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What owners decide about the people of the house. What is so already is no error; whatever two owners do at the same moment,
 * one owner who can sign in is left. Safe for any thread.
 */
@Service
@OwnersOnly
public class People {
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final MemberSessions sessions;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;

    People(
            Accounts accounts,
            OneTimeLinks links,
            MemberSessions sessions,
            CurrentMember me,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.me = me;
        this.events = events;
    }

    /** Lets somebody in who waits. */
    public void allow(long id) {
        if (accounts.activate(id, State.WAITING)) {
            tell(id, Change.LET_IN);
        }
    }

    /** Removes the account of somebody who waits, never that of a member. */
    public void refuse(long id) {
        Optional<Account> before = accounts.findById(id);
        if (accounts.refuse(id)) {
            before.ifPresent(account -> tell(account.member(), Change.REFUSED));
        }
    }

    /** Has a member look after the front door too. */
    public void makeOwner(long id) {
        if (accounts.makeOwner(id)) {
            sessions.renew(id);
            tell(id, Change.MADE_OWNER);
        }
    }

    /**
     * Takes back what {@link #makeOwner} gave.
     *
     * @throws CannotChange when there would be no owner left
     */
    public void makeMember(long id) throws CannotChange {
        if (accounts.makeMember(id)) {
            sessions.renew(id);
            tell(id, Change.MADE_MEMBER);
        } else {
            refuseTheLastOwner(id);
        }
    }

    /**
     * Shuts a member out, now: their sessions end, and what they watch.
     *
     * @throws CannotChange when there would be no owner left
     */
    public void disable(long id) throws CannotChange {
        if (accounts.disable(id)) {
            sessions.endAll(id, Why.BY_OWNER);
            tell(id, Change.DISABLED);
        } else {
            refuseTheLastOwner(id);
        }
    }

    /** Has a member who was shut out sign in again. */
    public void enable(long id) {
        if (accounts.activate(id, State.DISABLED)) {
            tell(id, Change.ENABLED);
        }
    }

    /**
     * Removes a member for good, now. What they watched stays in the log, under their name.
     *
     * @throws CannotChange when there would be no owner left
     */
    public void remove(long id) throws CannotChange {
        Optional<Account> before = accounts.findById(id);
        if (accounts.remove(id)) {
            sessions.endAll(id, Why.BY_OWNER);
            before.ifPresent(account -> tell(account.member(), Change.REMOVED));
        } else {
            refuseTheLastOwner(id);
        }
    }

    /**
     * Makes a link with which a member can choose another password, once, for a day. Until then the old one holds.
     *
     * @return what stands in the link; to be shown once, only its hash is kept
     * @throws CannotChange when there is no such member who can sign in
     */
    public String offerReset(long id) throws CannotChange {
        Account account = accounts.findById(id)
                .filter(found -> found.state() == State.ACTIVE)
                .orElseThrow(() -> new CannotChange(Sentence.of("entry.nobodyToReset")));
        Secret secret = links.reset(id);
        tell(account.member(), Change.RESET_OFFERED);
        return secret.text();
    }

    /**
     * Refuses what would leave the house without an owner.
     *
     * @throws CannotChange when this is the only owner who can sign in
     */
    public void refuseTheLastOwner(long id) throws CannotChange {
        List<Account> owners = accounts.findByRoleAndStateOrderById(Role.OWNER, State.ACTIVE);
        if (owners.size() == 1 && owners.getFirst().id() == id) {
            throw new CannotChange(
                    Sentence.of("entry.lastOwner", owners.getFirst().username()));
        }
    }

    private void tell(long id, Change what) {
        accounts.findById(id).ifPresent(account -> tell(account.member(), what));
    }

    private void tell(Member whom, Change what) {
        events.publishEvent(new MemberChanged(me.find().orElse(null), whom, what));
    }
}
