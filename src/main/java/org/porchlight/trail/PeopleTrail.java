package org.porchlight.trail;

import java.time.Clock;
import org.porchlight.account.InvitationMade;
import org.porchlight.account.Member;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.MemberSignedIn;
import org.porchlight.account.SessionEnded;
import org.porchlight.account.SignInFailed;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpModeChanged;
import org.porchlight.account.Visitor;
import org.porchlight.token.Token;
import org.porchlight.token.TokenMade;
import org.porchlight.token.TokenRevoked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of members, of their sessions and of the tokens for programs, as lines of the trail. */
@Component
class PeopleTrail {

    private final TrailWriter trail;
    private final Clock clock;
    private final FailedSignIns failed = new FailedSignIns();

    PeopleTrail(TrailWriter trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @EventListener
    void on(MemberSignedIn event) {
        String how = switch (event.how()) {
            case PASSWORD -> "";
            case KEPT -> "Kept signed in";
        };
        trail.add(event.who().username(), What.SIGNED_IN, how);
    }

    @EventListener
    void on(SignInFailed event) {
        String why = switch (event.why()) {
            case WRONG -> "Name and password do not match";
            case WAITING -> "Not let in yet";
            case DISABLED -> "The account is disabled";
            case TOO_MANY -> "After too many attempts";
        };
        switch (failed.line(event, Visitor.current().network(), clock.instant())) {
            case ITS_OWN -> trail.add(event.username(), What.SIGN_IN_FAILED, why);
            case OF_ALL_OTHERS -> trail.add("", What.SIGN_IN_FAILED, "More in this minute than are written");
            case NONE -> {}
        }
    }

    /** Those that others ended, or that ran out, are not here: what they came of has a line of its own, or nobody did it. */
    @EventListener
    void on(SessionEnded event) {
        switch (event.why()) {
            case SIGNED_OUT -> trail.add(event.who().username(), What.SIGNED_OUT, "");
            case SIGNED_OUT_ELSEWHERE -> trail.add(event.who().username(), What.SIGNED_OUT, "From another device");
            case PASSWORD_CHANGED, BY_OWNER, EXPIRED -> {}
        }
    }

    @EventListener
    void on(SignUpModeChanged event) {
        String change = "Sign-up: " + words(event.after()) + ", was " + words(event.before());
        trail.add(event.by().username(), What.SETTING, change);
    }

    @EventListener
    void on(InvitationMade event) {
        trail.add(event.by().username(), What.PERSON, "Made an invitation");
    }

    @EventListener
    void on(MemberChanged event) {
        String whom = event.whom().username();
        String what = switch (event.what()) {
            case SIGNED_UP -> whom + " signed up";
            case LET_IN -> "Let " + whom + " in";
            case REFUSED -> "Refused " + whom;
            case MADE_OWNER -> "Made " + whom + " an owner";
            case MADE_MEMBER -> "Made " + whom + " a member";
            case DISABLED -> "Disabled " + whom;
            case ENABLED -> "Enabled " + whom;
            case REMOVED -> "Removed " + whom;
            case RESET_OFFERED -> "Made a link for a new password of " + whom;
            case RESET_AT_START -> "Made a link for a new password of " + whom + " by starting Porchlight anew";
            case PASSWORD_RESET -> whom + " chose another password by a link";
            case PASSWORD_CHANGED -> whom + " chose another password";
        };
        Member by = event.by();
        String themselves = event.what() == MemberChanged.Change.RESET_AT_START ? "" : whom;
        trail.add(by == null ? themselves : by.username(), What.PERSON, what);
    }

    @EventListener
    void on(MemberErased event) {
        trail.add(event.by().username(), What.PERSON, "Struck out a name: " + event.instead());
    }

    @EventListener
    void on(MemberDataExported event) {
        trail.add(event.by().username(), What.MEMBER_DATA, "Of " + event.whom().username());
    }

    @EventListener
    void on(TokenMade event) {
        Token token = event.token();
        trail.add(
                event.by().username(),
                What.TOKEN,
                "Made one for " + token.name() + ": " + token.kind().words());
    }

    @EventListener
    void on(TokenRevoked event) {
        trail.add(
                event.by().username(),
                What.TOKEN,
                "Revoked the one of " + event.token().name());
    }

    private static String words(SignUpMode mode) {
        return switch (mode) {
            case CLOSED -> "closed";
            case APPROVAL -> "with an owner's approval";
            case INVITATION -> "by invitation";
        };
    }
}
