package org.porchlight.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever tries again and again. The first attempts of a key are free; after them each has to wait twice as long as
 * the one before, up to a minute. Nobody is made to wait here, no thread and no lock: who comes too early is told when to come
 * back. Knows the keys that were used last, some 10,000 of them; safe for any thread.
 */
final class Throttle {
    static final int FREE = 10;

    private static final int KEYS = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGET = Duration.ofMinutes(15);

    private final Clock clock;
    private final int free;

    private final Map<String, Tries> tries = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > KEYS;
        }
    };

    private record Tries(int count, long lastMillis) {}

    Throttle(Clock clock) {
        this(clock, FREE);
    }

    /** @param free attempts before the first wait */
    Throttle(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /**
     * Counts an attempt before it is looked at, so that many at the same moment do not slip through.
     *
     * @throws TooManyAttempts when it comes too early; it does not count then
     */
    synchronized void attempt(String key) {
        ask(key);
        count(key);
    }

    /**
     * Counts nothing.
     *
     * @throws TooManyAttempts when an attempt would come too early now
     */
    synchronized void ask(String key) {
        long now = clock.millis();
        Tries before = current(key, now);
        long wait = before.lastMillis() + wait(before.count()).toMillis() - now;
        if (wait > 0) {
            throw new TooManyAttempts(Duration.ofMillis(wait));
        }
    }

    /** Counts something that has happened. */
    synchronized void count(String key) {
        long now = clock.millis();
        tries.put(key, new Tries(current(key, now).count() + 1, now));
    }

    /** An attempt turned out to be right: it does not count. */
    synchronized void forgive(String key) {
        tries.computeIfPresent(
                key, (same, before) -> before.count() <= 1 ? null : new Tries(before.count() - 1, before.lastMillis()));
    }

    /** Whether the free attempts of this key are used up. */
    synchronized boolean usedUp(String key) {
        return current(key, clock.millis()).count() >= free;
    }

    private Tries current(String key, long now) {
        Tries before = tries.get(key);
        if (before != null && before.lastMillis() > now) {
            // The clock was put back: nobody waits for longer because of that.
            before = new Tries(before.count(), now);
            tries.put(key, before);
        }
        return before == null || now - before.lastMillis() > FORGET.toMillis() ? new Tries(0, now) : before;
    }

    private Duration wait(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - free, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /**
     * What counts as one place: an IPv4 address; of IPv6 the first half, since whoever has one address there has them all.
     *
     * @param address as the server saw it, never a name
     */
    static String network(String address) {
        try {
            return address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
