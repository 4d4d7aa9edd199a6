package org.porchlight.media;

/**
 * Reads H.264's headers bit by bit, leaving out the bytes that only keep start codes from arising. Beyond the end there are
 * zeros, and {@link #exhausted} says so. For one thread.
 */
final class BitReader {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int zeros;
    private int current;
    private int left;
    private boolean exhausted;

    BitReader(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.at = begin;
        this.end = end;
    }

    boolean exhausted() {
        return exhausted;
    }

    int bit() {
        if (left == 0) {
            next();
        }
        left--;
        return current >> left & 1;
    }

    boolean flag() {
        return bit() == 1;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** An unsigned Exp-Golomb number. */
    int unsigned() {
        int zerosBefore = 0;
        while (zerosBefore < 31 && !exhausted && bit() == 0) {
            zerosBefore++;
        }
        return (1 << zerosBefore) - 1 + bits(zerosBefore);
    }

    /** A signed Exp-Golomb number. */
    int signed() {
        int number = unsigned();
        return number % 2 == 0 ? -(number / 2) : number / 2 + 1;
    }

    private void next() {
        if (zeros >= 2 && at < end && bytes[at] == 3) {
            at++;
            zeros = 0;
        }
        exhausted |= at >= end;
        current = at < end ? bytes[at++] & 0xFF : 0;
        zeros = current == 0 ? zeros + 1 : 0;
        left = 8;
    }
}
