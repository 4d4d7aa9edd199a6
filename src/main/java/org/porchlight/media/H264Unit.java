package org.porchlight.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What must be known of one packet of H.264 to pass it through (ITU-T H.264, 7.3 and annex B): the parameter sets in it, and
 * whether its picture is there.
 *
 * @param whole whether it is made as it must be, and no part of it is cut off
 * @param picture whether a picture is in it, not only what goes with one
 * @param reordered whether its picture is a B-frame: one that is sent after a picture that is shown later
 * @param parameters the parameter sets in it, often none
 */
record H264Unit(boolean whole, boolean picture, boolean reordered, H264Parameters parameters) {

    private static final int SLICE = 1;
    private static final int KEY_SLICE = 5;
    private static final int SPS = 7;
    private static final int PPS = 8;

    /**
     * Looks at a packet.
     *
     * @param lengthBytes bytes of the length before each part of the packet, as in MP4; 0 where start codes stand between
     *     the parts, as from cameras
     */
    static H264Unit of(byte[] packet, int lengthBytes) {
        List<byte[]> sps = new ArrayList<>();
        List<byte[]> pps = new ArrayList<>();
        List<int[]> parts = lengthBytes == 0 ? byStartCodes(packet) : byLengths(packet, lengthBytes);
        boolean whole = !parts.isEmpty();
        boolean picture = false;
        boolean reordered = false;
        for (int[] part : parts) {
            int header = packet[part[0]];
            whole &= header >= 0; // its first bit is always zero
            switch (header & 0x1F) {
                case SLICE, KEY_SLICE -> {
                    picture = true;
                    reordered |= isB(packet, part);
                }
                case SPS -> sps.add(Arrays.copyOfRange(packet, part[0], part[1]));
                case PPS -> pps.add(Arrays.copyOfRange(packet, part[0], part[1]));
                default -> {}
            }
        }
        return new H264Unit(whole, picture, reordered, new H264Parameters(sps, pps));
    }

    /** The slice's type follows the number of its first block; 1 and 6 are B. */
    private static boolean isB(byte[] packet, int[] part) {
        BitReader bits = new BitReader(packet, part[0] + 1, part[1]);
        bits.unsigned();
        int type = bits.unsigned();
        return !bits.exhausted() && type % 5 == 1;
    }

    /** From where to where each part goes: from after its start code to before the next, or to the end. */
    private static List<int[]> byStartCodes(byte[] packet) {
        List<int[]> parts = new ArrayList<>();
        int begin = -1;
        int at = 0;
        while (at + 3 <= packet.length) {
            if (packet[at + 2] > 1 || packet[at + 2] < 0) {
                at += 3; // no start code can reach over this byte
            } else if (packet[at] == 0 && packet[at + 1] == 0 && packet[at + 2] == 1) {
                addPart(parts, packet, begin, at);
                begin = at + 3;
                at += 3;
            } else {
                at++;
            }
        }
        addPart(parts, packet, begin, packet.length);
        return parts;
    }

    private static void addPart(List<int[]> parts, byte[] packet, int begin, int end) {
        int last = end;
        while (begin >= 0 && last > begin && packet[last - 1] == 0) {
            last--; // zeros belong to the next start code, or fill up
        }
        if (begin >= 0 && last > begin) {
            parts.add(new int[] {begin, last});
        }
    }

    /** The same where lengths stand before the parts; none where they do not add up to the packet. */
    private static List<int[]> byLengths(byte[] packet, int lengthBytes) {
        List<int[]> parts = new ArrayList<>();
        int at = 0;
        while (at + lengthBytes <= packet.length) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = length << 8 | packet[at++] & 0xFF;
            }
            if (length > packet.length - at) {
                return List.of();
            }
            if (length > 0) {
                parts.add(new int[] {at, at + (int) length});
            }
            at += (int) length;
        }
        return at == packet.length ? parts : List.of();
    }
}
