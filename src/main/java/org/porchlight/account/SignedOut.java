package org.porchlight.account;

/**
 * Published when a member signs out, before the session is gone.
 *
 * @param sessionId the HTTP session that ends; the member may have others on other devices
 */
public record SignedOut(long memberId, String sessionId) {}
