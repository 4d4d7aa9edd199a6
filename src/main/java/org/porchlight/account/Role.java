package org.porchlight.account;

/** What a member may do: everybody watches; an owner also changes settings, accounts and cameras. */
public enum Role {
    MEMBER,
    OWNER
}
