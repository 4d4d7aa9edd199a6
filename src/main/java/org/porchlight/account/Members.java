package org.porchlight.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.porchlight.account.MemberChanged.Change;
import org.porchlight.media.Sentence;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** The people of the house: who they are, and how they become some. Safe for any thread. */
@Service
public class Members {
    /** Labels of the sign-up's fields, as they stand in the English page and in {@link Problem#field()}. */
    public static final String USERNAME = "Username",
            PASSWORD = "Password",
            REPEAT_PASSWORD = "Repeat password",
            SETUP_CODE = "Setup code";

    /** So many may wait to be let in: nobody fills the disk, or an owner's page, with them. */
    static final int MOST_WAITING = 20;

    private static final Sentence TAKEN = Sentence.of("input.nameTaken");

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SetupCode setupCode;
    private final SignUpRules rules;
    private final Throttle throttle;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Members(
            Accounts accounts,
            PasswordEncoder passwords,
            SetupCode setupCode,
            SignUpRules rules,
            CurrentMember me,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.setupCode = setupCode;
        this.rules = rules;
        this.throttle = new Throttle(clock);
        this.me = me;
        this.events = events;
        this.clock = clock;
    }

    /** Whether nobody has an account yet: the next one, made with the setup code, is the owner's. */
    public boolean none() {
        return accounts.count() == 0;
    }

    /**
     * Makes an account: the first one is the owner's and needs the setup code; later ones are in with an invitation, or wait to
     * be let in where the owners want it so.
     *
     * @param proof the setup code or the invitation; empty where neither was asked for
     * @throws InvalidInput with a sentence for each wrong field; nothing was made then
     */
    public Member signUp(String username, String password, String repeat, String proof) throws InvalidInput {
        String network = Visitor.current().network();
        slowDown(network);
        boolean first = none();
        if (!first) {
            refuseWhoMayNot(proof);
        }
        Username name = Username.of(username);
        List<Problem> problems = new ArrayList<>();
        name.problem()
                .or(() -> accounts.findByNameKey(name.key()).map(taken -> TAKEN))
                .ifPresent(sentence -> problems.add(new Problem(USERNAME, sentence)));
        problems.addAll(Passwords.problems(password, repeat, PASSWORD, REPEAT_PASSWORD));
        if (first && !setupCode.matches(proof)) {
            problems.add(new Problem(SETUP_CODE, Sentence.of("input.setupCode")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Member member = add(name, passwords.encode(password), proof);
        throttle.forgive(network);
        events.publishEvent(new MemberChanged(me.find().orElse(null), member, Change.SIGNED_UP));
        return member;
    }

    private void slowDown(String network) throws InvalidInput {
        try {
            if (!network.isEmpty()) {
                throttle.attempt(network);
            }
        } catch (TooManyAttempts e) {
            throw new InvalidInput(USERNAME, e.sentence());
        }
    }

    /** Before anything is said about the names that there are. */
    private void refuseWhoMayNot(String proof) throws InvalidInput {
        SignUpMode mode = rules.mode();
        if (mode == SignUpMode.CLOSED) {
            throw new InvalidInput(USERNAME, Sentence.of("entry.closed"));
        }
        if (rules.invites(proof)) {
            return;
        }
        if (mode == SignUpMode.INVITATION) {
            throw new InvalidInput(USERNAME, Sentence.of("entry.invitationUsed"));
        }
        if (accounts.countByState(State.WAITING) >= MOST_WAITING) {
            throw new InvalidInput(USERNAME, Sentence.of("entry.tooManyWait"));
        }
    }

    /** One at a time, so that of two people who sign up first only one is the owner, and no more wait than may. */
    private synchronized Member add(Username name, String passwordHash, String proof) throws InvalidInput {
        if (accounts.findByNameKey(name.key()).isPresent()) {
            throw new InvalidInput(USERNAME, TAKEN);
        }
        boolean first = none();
        boolean in = first;
        if (!first) {
            refuseWhoMayNot(proof);
            in = rules.take(proof);
        }
        return accounts.save(new Account(
                        0,
                        name.text(),
                        name.key(),
                        passwordHash,
                        first ? Role.OWNER : Role.MEMBER,
                        in ? State.ACTIVE : State.WAITING,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null))
                .member();
    }

    /** Everybody with an account, first come first. */
    @OwnersOnly
    public List<Member> all() {
        return accounts.findAll().stream().map(Account::member).toList();
    }

    /** Who waits to be let in, first come first. */
    @OwnersOnly
    public List<Member> waiting() {
        return accounts.findByStateOrderById(State.WAITING).stream()
                .map(Account::member)
                .toList();
    }

    /** The member of this number. */
    @OwnersOnly
    public Optional<Member> find(long id) {
        return accounts.findById(id).map(Account::member);
    }

    /** The first owner who can sign in: whoever has to let others in. */
    Optional<Member> firstOwner() {
        return accounts.findFirstByRoleAndStateOrderById(Role.OWNER, State.ACTIVE)
                .map(Account::member);
    }
}
