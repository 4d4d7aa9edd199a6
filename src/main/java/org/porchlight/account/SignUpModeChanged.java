package org.porchlight.account;

/** An owner decided anew who may make an account. */
public record SignUpModeChanged(Member by, SignUpMode before, SignUpMode after) {}
