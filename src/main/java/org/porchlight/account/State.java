package org.porchlight.account;

/** Whether an account may sign in. */
public enum State {
    /** Signed up; an owner has not let them in yet. */
    WAITING,
    ACTIVE,
    /** An owner shut them out; an owner can let them in again. */
    DISABLED
}
