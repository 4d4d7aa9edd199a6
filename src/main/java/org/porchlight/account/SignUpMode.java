package org.porchlight.account;

/** Who may make an account, once there is an owner. */
public enum SignUpMode {
    /** Nobody. */
    CLOSED,
    /** Everybody on the network; an owner has to let them in. */
    APPROVAL,
    /** Whoever has a link that an owner made; they are in at once. */
    INVITATION
}
