package org.porchlight.viewing;

import org.porchlight.account.Member;

/**
 * An owner ended somebody's viewing. Published beside {@link ViewingEnded}.
 *
 * @param viewing as it was while it went on
 */
public record ViewingDisconnected(Member by, Viewing viewing) {}
