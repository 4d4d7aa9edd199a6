package org.porchlight.token;

import org.porchlight.account.Member;

/** An owner revoked a token; nothing is answered to it any more. Published on the owner's thread. */
public record TokenRevoked(Member by, Token token) {}
