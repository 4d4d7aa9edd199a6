package org.porchlight.media;

import org.jspecify.annotations.Nullable;

/**
 * What a sequence parameter set says of the pictures (ITU-T H.264, 7.3.2.1 and annex E).
 *
 * @param width pixels that are shown
 * @param height pixels that are shown
 * @param reordered whether it says that pictures are sent in another order than shown (B-frames); some that do so do not say
 */
record H264Sps(int width, int height, boolean reordered) {

    private static final int LARGEST = 16_384;
    private static final int EXTENDED_SAR = 255;

    /** Reads a set, its first byte being the header; null where it is none. */
    static @Nullable H264Sps read(byte[] set) {
        BitReader bits = new BitReader(set, 1, set.length);
        int profile = bits.bits(8);
        bits.bits(16); // constraints, level
        bits.unsigned(); // its number
        int chroma = 1;
        boolean separatePlanes = false;
        if (hasChroma(profile)) {
            chroma = bits.unsigned();
            separatePlanes = chroma == 3 && bits.flag();
            bits.unsigned(); // bits of brightness
            bits.unsigned(); // bits of colour
            bits.flag();
            if (bits.flag()) {
                skipScaling(bits, chroma == 3 ? 12 : 8);
            }
        }
        bits.unsigned(); // length of frame numbers
        boolean mayReorder = skipOrder(bits);
        bits.unsigned(); // reference pictures
        bits.flag(); // gaps allowed
        int blocksAcross = bits.unsigned() + 1;
        int blocksDown = bits.unsigned() + 1;
        boolean framesOnly = bits.flag();
        if (!framesOnly) {
            bits.flag();
        }
        bits.flag();
        int fields = framesOnly ? 1 : 2;
        int width = blocksAcross * 16;
        int height = blocksDown * 16 * fields;
        if (bits.flag()) {
            int unitX = separatePlanes || chroma == 0 || chroma == 3 ? 1 : 2;
            int unitY = (separatePlanes || chroma != 1 ? 1 : 2) * fields;
            width -= (bits.unsigned() + bits.unsigned()) * unitX;
            height -= (bits.unsigned() + bits.unsigned()) * unitY;
        }
        boolean reordered = mayReorder && bits.flag() && saysReordered(bits);
        boolean readable = !bits.exhausted() && width > 0 && width <= LARGEST && height > 0 && height <= LARGEST;
        return readable ? new H264Sps(width, height, reordered) : null;
    }

    private static boolean hasChroma(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private static void skipScaling(BitReader bits, int lists) {
        for (int list = 0; list < lists; list++) {
            if (bits.flag()) {
                int size = list < 6 ? 16 : 64;
                int next = 8;
                int last = 8;
                for (int i = 0; i < size; i++) {
                    if (next != 0) {
                        next = (last + bits.signed() + 256) % 256;
                    }
                    last = next == 0 ? last : next;
                }
            }
        }
    }

    /** How the order of showing is told; false where it is always that of sending. */
    private static boolean skipOrder(BitReader bits) {
        int type = bits.unsigned();
        if (type == 0) {
            bits.unsigned();
        } else if (type == 1) {
            bits.flag();
            bits.signed();
            bits.signed();
            int cycle = bits.unsigned();
            for (int i = 0; i < cycle && !bits.exhausted(); i++) {
                bits.signed();
            }
        }
        return type != 2;
    }

    /** Goes through the usability information to what it says of the order, at its end. */
    private static boolean saysReordered(BitReader bits) {
        if (bits.flag() && bits.bits(8) == EXTENDED_SAR) {
            bits.bits(32);
        }
        if (bits.flag()) {
            bits.flag();
        }
        if (bits.flag()) {
            bits.bits(4);
            if (bits.flag()) {
                bits.bits(24);
            }
        }
        if (bits.flag()) {
            bits.unsigned();
            bits.unsigned();
        }
        if (bits.flag()) {
            bits.bits(32);
            bits.bits(32);
            bits.flag();
        }
        boolean nal = skipBuffer(bits);
        boolean vcl = skipBuffer(bits);
        if (nal || vcl) {
            bits.flag();
        }
        bits.flag();
        if (!bits.flag()) {
            return false;
        }
        bits.flag();
        for (int i = 0; i < 4; i++) {
            bits.unsigned();
        }
        return bits.unsigned() > 0;
    }

    private static boolean skipBuffer(BitReader bits) {
        if (!bits.flag()) {
            return false;
        }
        int count = bits.unsigned() + 1;
        bits.bits(8);
        for (int i = 0; i < count && !bits.exhausted(); i++) {
            bits.unsigned();
            bits.unsigned();
            bits.flag();
        }
        bits.bits(20);
        return true;
    }
}
