package org.porchlight.account;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Does what owners do, whoever else is signed in where the test runs. */
public final class AsOwner {
    private AsOwner() {}

    public static <T> T call(Callable<T> what) throws Exception {
        return call(new Member(0, "Owner", Role.OWNER, State.ACTIVE, Instant.EPOCH), what);
    }

    /** Asks what only owners may know. */
    public static <T> T ask(Supplier<T> question) {
        try {
            return call(question::get);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that has no result. */
    public interface Deed {
        void run() throws Exception;
    }

    public static void run(Deed deed) throws Exception {
        call(() -> {
            deed.run();
            return true;
        });
    }

    public static void run(Member who, Deed deed) throws Exception {
        call(who, () -> {
            deed.run();
            return true;
        });
    }

    /** Does it as a certain member, owner or not. */
    public static <T> T call(Member who, Callable<T> what) throws Exception {
        SecurityContext before = SecurityContextHolder.getContext();
        SignedIn signedIn = new SignedIn(who, "");
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities())));
        try {
            return what.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
