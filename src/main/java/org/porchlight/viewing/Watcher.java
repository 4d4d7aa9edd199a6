package org.porchlight.viewing;

import org.porchlight.account.Member;
import org.porchlight.token.Token;

/**
 * Who looks: a member, or a program that an owner gave a token.
 *
 * @param memberId {@link Viewing#NO_MEMBER} for a program
 * @param name as the log shows it
 */
record Watcher(long memberId, String name) {

    static Watcher of(Member member) {
        return new Watcher(member.id(), member.username());
    }

    static Watcher of(Token token) {
        return new Watcher(Viewing.NO_MEMBER, token.name());
    }

    boolean isProgram() {
        return memberId == Viewing.NO_MEMBER;
    }
}
