package org.porchlight.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** The people of the house: who may sign in, and who asks to. Safe for any thread. */
@Service
public class Members {
    /** Labels of the sign-up's fields, as they stand in the page and in {@link Problem#field()}. */
    public static final String USERNAME = "Username",
            PASSWORD = "Password",
            REPEAT_PASSWORD = "Repeat password",
            SETUP_CODE = "Setup code";

    private static final int SHORTEST_PASSWORD = 8;
    /** bcrypt reads no further. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SetupCode setupCode;
    private final Clock clock;

    Members(Accounts accounts, PasswordEncoder passwords, SetupCode setupCode, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.setupCode = setupCode;
        this.clock = clock;
    }

    /** Whether nobody has an account yet: the next one, made with the setup code, is the owner's. */
    public boolean none() {
        return accounts.count() == 0;
    }

    /**
     * Makes an account: the first one is the owner's and needs the setup code, every later one waits to be let in.
     *
     * @param typedCode what was typed as setup code; empty where none was asked for
     * @throws InvalidInput with a sentence for each wrong field; nothing was made then
     */
    public Member signUp(String username, String password, String repeat, String typedCode) throws InvalidInput {
        Username name = Username.of(username);
        boolean first = none();
        List<Problem> problems = new ArrayList<>();
        name.problem()
                .or(() -> accounts.findByNameKey(name.key()).map(taken -> "This name is taken. Choose another one."))
                .ifPresent(sentence -> problems.add(new Problem(USERNAME, sentence)));
        problemOf(password).ifPresent(sentence -> problems.add(new Problem(PASSWORD, sentence)));
        if (!password.equals(repeat)) {
            problems.add(new Problem(REPEAT_PASSWORD, "The two passwords differ. Type the same one twice."));
        }
        if (first && !setupCode.matches(typedCode)) {
            problems.add(new Problem(
                    SETUP_CODE,
                    "This is not the code. It stands where Porchlight was started, and is new with every start."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return add(name, passwords.encode(password));
    }

    /** One at a time, so that of two people who sign up first only one is the owner. */
    private synchronized Member add(Username name, String passwordHash) throws InvalidInput {
        if (accounts.findByNameKey(name.key()).isPresent()) {
            throw new InvalidInput(USERNAME, "This name is taken. Choose another one.");
        }
        boolean first = none();
        return accounts.save(new Account(
                        0,
                        name.text(),
                        name.key(),
                        passwordHash,
                        first ? Role.OWNER : Role.MEMBER,
                        first ? State.ACTIVE : State.WAITING,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .member();
    }

    /** Everybody with an account, first come first. */
    public List<Member> all() {
        return accounts.findAll().stream().map(Account::member).toList();
    }

    /** Who waits to be let in, first come first. */
    public List<Member> waiting() {
        return accounts.findByStateOrderById(State.WAITING).stream()
                .map(Account::member)
                .toList();
    }

    /** The member of this number. */
    public Optional<Member> find(long id) {
        return accounts.findById(id).map(Account::member);
    }

    /** The first owner: whoever has to let others in. */
    public Optional<Member> firstOwner() {
        return accounts.findFirstByRoleOrderById(Role.OWNER).map(Account::member);
    }

    /** Lets somebody in who waits; nothing happens when they do not. */
    public synchronized void allow(long id) {
        accounts.findById(id).filter(Members::waits).map(Account::allowed).ifPresent(accounts::save);
    }

    /** Removes the account of somebody who waits, never that of a member. */
    public synchronized void refuse(long id) {
        accounts.findById(id).filter(Members::waits).ifPresent(accounts::delete);
    }

    private static boolean waits(Account account) {
        return account.state() == State.WAITING;
    }

    private static Optional<String> problemOf(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of("Choose a password of at least " + SHORTEST_PASSWORD + " characters.");
        }
        if (password.getBytes(UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return Optional.of("Choose a shorter password: at most " + LONGEST_PASSWORD_BYTES
                    + " letters and digits; other characters count twice or more.");
        }
        return Optional.empty();
    }
}
