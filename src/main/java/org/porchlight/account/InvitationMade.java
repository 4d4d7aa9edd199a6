package org.porchlight.account;

/** An owner made a link with which somebody can sign up. */
public record InvitationMade(Member by) {}
