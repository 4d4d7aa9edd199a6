package org.porchlight.account;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: by the place that they come from, and, once an account was guessed at often, from
 * wherever it was, each place that is new to it after its first guess. The right password gets in from any other place at once,
 * so nobody can lock anybody out; from where somebody has signed in before, only their own mistakes count. There need be no such
 * account: names are treated alike. Safe for any thread.
 */
@Component
class SignInThrottle {
    /** Wrong passwords for one account, from anywhere, that make it one that is guessed at. */
    private static final int GUESSED_AT = 20;

    private static final int KNOWN = 1_000;

    private final Throttle places;
    private final Throttle accounts;
    private final Throttle newPlaces;

    private final Set<String> known =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, .75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > KNOWN;
                }
            }));

    SignInThrottle(Clock clock) {
        places = new Throttle(clock);
        accounts = new Throttle(clock, GUESSED_AT);
        newPlaces = new Throttle(clock, 1);
    }

    /**
     * Begins an attempt, which the caller has to call right or wrong.
     *
     * @param account the name's key
     * @param address as the server saw it; empty: not known, not throttled
     * @throws TooManyAttempts when it comes too early; it does not count, and the password must not be looked at then
     */
    synchronized Attempt attempt(String account, String address) {
        if (address.isEmpty()) {
            return new Attempt(account, "", "", "");
        }
        String pair = account + '\n' + address;
        String place = known.contains(pair) ? pair : Throttle.network(address);
        String newPlace = "";
        places.ask(place); // both have to agree before either counts
        if (!known.contains(pair) && accounts.usedUp(account)) {
            newPlace = account + '\n' + place;
            newPlaces.attempt(newPlace);
        }
        places.attempt(place);
        return new Attempt(account, pair, place, newPlace);
    }

    /** One look at a password. */
    final class Attempt {
        private final String account;
        private final String pair;
        private final String place;
        private final String newPlace;

        private Attempt(String account, String pair, String place, String newPlace) {
            this.account = account;
            this.pair = pair;
            this.place = place;
            this.newPlace = newPlace;
        }

        /** It was the right one. */
        void right() {
            if (!place.isEmpty()) {
                places.forgive(place);
                newPlaces.forgive(newPlace);
                known.add(pair);
            }
        }

        /** It was not. */
        void wrong() {
            if (!place.isEmpty()) {
                accounts.count(account);
            }
        }
    }
}
