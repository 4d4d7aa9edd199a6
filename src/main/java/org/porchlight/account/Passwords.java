package org.porchlight.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.porchlight.account.MemberChanged.Change;
import org.porchlight.account.SessionEnded.Why;
import org.porchlight.media.Sentence;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Has members choose other passwords, and knows what a password is. Safe for any thread. */
@Service
public class Passwords {
    /** Labels of the fields, as they stand in the English page and in {@link Problem#field()}. */
    public static final String PRESENT = "Present password", NEW = "New password", REPEAT = "Repeat new password";

    private static final int SHORTEST = 8;
    /** bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final Sentence USED = Sentence.of("entry.linkUsed");

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final OneTimeLinks links;
    private final SignInThrottle throttle;
    private final MemberSessions sessions;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;

    Passwords(
            Accounts accounts,
            PasswordEncoder encoder,
            OneTimeLinks links,
            SignInThrottle throttle,
            MemberSessions sessions,
            CurrentMember me,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.links = links;
        this.throttle = throttle;
        this.sessions = sessions;
        this.me = me;
        this.events = events;
    }

    /**
     * Changes the password of whoever asks, and ends all sessions of theirs but one.
     *
     * @param here the HTTP session that goes on
     * @throws InvalidInput with a sentence for each wrong field; nothing is changed then
     */
    public void change(String present, String wanted, String repeat, String here) throws InvalidInput {
        Account account = accounts.findById(me.get().id())
                .orElseThrow(() -> new InvalidInput(PRESENT, Sentence.of("entry.accountGone")));
        SignInThrottle.Attempt attempt;
        try {
            attempt = throttle.attempt(account.nameKey(), Visitor.current().address());
        } catch (TooManyAttempts e) {
            throw new InvalidInput(PRESENT, e.sentence());
        }
        List<Problem> problems = new ArrayList<>();
        if (encoder.matches(present, account.passwordHash())) {
            attempt.right();
        } else {
            attempt.wrong();
            problems.add(new Problem(PRESENT, Sentence.of("input.notYourPassword")));
        }
        problems.addAll(problems(wanted, repeat, NEW, REPEAT));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        if (!accounts.changePassword(account.id(), account.passwordHash(), encoder.encode(wanted))) {
            throw new InvalidInput(PRESENT, Sentence.of("entry.passwordChanged"));
        }
        sessions.endOthers(account.id(), here, Why.PASSWORD_CHANGED);
        events.publishEvent(new MemberChanged(me.get(), account.member(), Change.PASSWORD_CHANGED));
    }

    /** Whose password can be changed with this link now. */
    public Optional<Member> resets(String link) {
        return account(link).map(Account::member);
    }

    /**
     * Changes a password with the link that an owner made, uses the link up, and ends all sessions of that member.
     *
     * @throws InvalidInput with a sentence for each wrong field; nothing is changed then
     */
    public void reset(String link, String wanted, String repeat) throws InvalidInput {
        List<Problem> problems = problems(wanted, repeat, NEW, REPEAT);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Account account = account(link).orElseThrow(() -> new InvalidInput(NEW, USED));
        String hash = encoder.encode(wanted);
        if (!links.takeReset(new Secret(link), account.id())) {
            throw new InvalidInput(NEW, USED);
        }
        accounts.setPassword(account.id(), hash);
        sessions.endAll(account.id(), Why.PASSWORD_CHANGED);
        events.publishEvent(new MemberChanged(account.member(), account.member(), Change.PASSWORD_RESET));
    }

    private Optional<Account> account(String link) {
        return links.resets(new Secret(link))
                .flatMap(accounts::findById)
                .filter(account -> account.state() == State.ACTIVE);
    }

    /** What is wrong with a new password that was typed twice. */
    static List<Problem> problems(String password, String repeat, String field, String repeatField) {
        List<Problem> problems = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            problems.add(new Problem(field, Sentence.of("input.passwordTooShort", SHORTEST)));
        } else if (password.getBytes(UTF_8).length > LONGEST_BYTES) {
            problems.add(new Problem(field, Sentence.of("input.passwordTooLong", LONGEST_BYTES)));
        }
        if (!password.equals(repeat)) {
            problems.add(new Problem(repeatField, Sentence.of("input.passwordsDiffer")));
        }
        return problems;
    }
}
