package org.porchlight.token;

import org.porchlight.account.Member;

/** An owner made a token. Published after it is stored, on the owner's thread. */
public record TokenMade(Member by, Token token) {}
