package org.porchlight.account;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a session: the member as they were when they signed in. */
public final class SignedIn implements UserDetails, CredentialsContainer {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Member member;
    private final transient String fingerprint;
    private transient String passwordHash;

    /** @param passwordHash what the password was compared with; empty where none was asked for */
    SignedIn(Member member, String passwordHash) {
        this.member = member;
        this.passwordHash = passwordHash;
        this.fingerprint = fingerprint(passwordHash);
    }

    /** Of a hash that is too slow to be guessed from, and not for a session to carry about. */
    private static String fingerprint(String passwordHash) {
        return passwordHash.isEmpty() ? "" : new Secret(passwordHash).hash();
    }

    /** Whether the password that was given is the stored one; true where none was asked for. */
    boolean isBy(String storedHash) {
        return fingerprint.isEmpty() || fingerprint.equals(fingerprint(storedHash));
    }

    /** Who signed in. */
    public Member member() {
        return member;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + member.role()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return member.username();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn signedIn && signedIn.member.id() == member.id();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(member.id());
    }

    @Override
    public String toString() {
        return member.toString();
    }
}
