package org.porchlight.trail;

import org.porchlight.account.Member;

/** Somebody took out what is known of a member, who may be themselves. */
record MemberDataExported(Member by, Member whom) {}
