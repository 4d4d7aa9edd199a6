package org.porchlight.account;

/**
 * A session goes on under another id, as it does whenever somebody signs in.
 *
 * @param from the HTTP session's id until now
 * @param to its id from now on
 */
public record SessionMoved(String from, String to) {}
