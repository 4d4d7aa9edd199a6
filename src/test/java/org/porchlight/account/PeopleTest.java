package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.HouseTest;
import org.porchlight.account.MemberChanged.Change;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
@AsMember(value = "Ana", role = Role.OWNER)
class PeopleTest extends HouseTest {
    @Autowired
    People people;

    @Autowired
    Members members;

    @Autowired
    Accounts accounts;

    @Autowired
    SetupCode code;

    @Autowired
    ApplicationEvents events;

    private Member ana;
    private Member ben;

    @BeforeEach
    void anaAndBenAreThere() throws Exception {
        accounts.deleteAll();
        ana = members.signUp("Ana", PASSWORD, PASSWORD, code.display());
        ben = members.signUp("Ben", PASSWORD, PASSWORD, "");
        AsOwner.call(() -> {
            people.allow(ben.id());
            return ben;
        });
        ana = AsOwner.ask(() -> members.find(ana.id())).orElseThrow();
        ben = AsOwner.ask(() -> members.find(ben.id())).orElseThrow();
    }

    @Test
    void theLastOwnerCannotBeRemovedDisabledOrMadeAMember() {
        String sentence = "Ana is the last owner. Make somebody else an owner first.";
        for (ThrowingCallable decision : List.<ThrowingCallable>of(
                () -> people.remove(ana.id()),
                () -> people.disable(ana.id()),
                () -> people.makeMember(ana.id()),
                () -> people.refuseTheLastOwner(ana.id()))) {
            assertThatThrownBy(decision).isInstanceOf(CannotChange.class).hasMessage(sentence);
        }
        assertThat(members.find(ana.id())).contains(ana);
    }

    @Test
    void anOwnerWhoIsDisabledDoesNotCountAsOne() throws Exception {
        people.makeOwner(ben.id());
        people.disable(ben.id());
        assertThatThrownBy(() -> people.remove(ana.id())).isInstanceOf(CannotChange.class);
        people.remove(ben.id());
        assertThat(members.all()).containsExactly(ana);
    }

    @Test
    void ofTwoOwnersWhoShutEachOtherOutAtTheSameMomentOneStays() throws Exception {
        people.makeOwner(ben.id());
        Callable<Boolean> outWithAna = () -> AsOwner.call(() -> succeeds(() -> people.disable(ana.id())));
        Callable<Boolean> outWithBen = () -> AsOwner.call(() -> succeeds(() -> people.remove(ben.id())));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(outWithAna, outWithBen)))
                    .extracting(done -> done.get())
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(members.firstOwner()).isPresent();
    }

    @Test
    void anOwnerCanGoWhenThereIsAnother() throws Exception {
        people.makeOwner(ben.id());
        people.makeMember(ana.id());
        assertThat(members.find(ana.id()).orElseThrow().owner()).isFalse();
        assertThat(members.firstOwner()).map(Member::username).contains("Ben");
    }

    @Test
    void whatIsDoneIsToldWithWhoDidIt() throws Exception {
        people.makeOwner(ben.id());
        people.makeMember(ben.id());
        people.offerReset(ben.id());
        people.disable(ben.id());
        people.enable(ben.id());
        people.remove(ben.id());

        List<MemberChanged> told = events.stream(MemberChanged.class)
                .filter(change -> change.whom().id() == ben.id())
                .toList();
        assertThat(told)
                .extracting(MemberChanged::what)
                .containsExactly(
                        Change.SIGNED_UP,
                        Change.LET_IN,
                        Change.MADE_OWNER,
                        Change.MADE_MEMBER,
                        Change.RESET_OFFERED,
                        Change.DISABLED,
                        Change.ENABLED,
                        Change.REMOVED);
        assertThat(told)
                .extracting(change -> change.by() == null ? "" : change.by().username())
                .containsOnly("Ana", "Owner");
    }

    @Test
    void whatIsSoAlreadyIsNoErrorAndNoNews() throws Exception {
        events.clear();
        people.allow(ben.id());
        people.enable(ben.id());
        people.makeMember(ben.id());
        people.remove(4711);
        people.refuse(ben.id());
        assertThat(events.stream(MemberChanged.class)).isEmpty();
        assertThat(members.find(ben.id())).isPresent();
    }

    @Test
    void theNumberOfSomebodyWhoIsGoneIsNotUsedAgain() throws Exception {
        people.remove(ben.id());
        assertThat(members.signUp("Jo", PASSWORD, PASSWORD, "").id()).isGreaterThan(ben.id());
    }

    @Test
    @AsMember("Ben")
    void aMemberDecidesNothing() {
        for (ThrowingCallable decision : List.<ThrowingCallable>of(
                () -> people.allow(ben.id()),
                () -> people.refuse(ben.id()),
                () -> people.makeOwner(ben.id()),
                () -> people.makeMember(ana.id()),
                () -> people.disable(ana.id()),
                () -> people.enable(ben.id()),
                () -> people.remove(ana.id()),
                () -> people.offerReset(ana.id()))) {
            assertThatThrownBy(decision).isInstanceOf(AccessDeniedException.class);
        }
    }

    private static boolean succeeds(ThrowingCallable decision) throws Exception {
        try {
            decision.call();
            return true;
        } catch (CannotChange last) {
            return false;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
