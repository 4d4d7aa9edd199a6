package org.porchlight.trail;

import org.porchlight.account.Member;

/** An owner had a member forgotten; {@code instead} stands where their name was. */
record MemberErased(Member by, String instead) {}
