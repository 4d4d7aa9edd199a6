package org.porchlight.account;

/**
 * A session goes on with other rights: pages that it has open show what was right before.
 *
 * @param who as they are now
 */
public record SessionRenewed(Member who, String sessionId) {}
