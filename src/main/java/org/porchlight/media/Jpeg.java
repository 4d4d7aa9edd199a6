package org.porchlight.media;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The few things that must be known of a JPEG picture to pass it through (ITU-T T.81, annex B).
 *
 * @param whole whether it begins and ends as a picture must, so that a browser shows all of it
 * @param width pixels; 0 where the header could not be read
 * @param height pixels; 0 where the header could not be read
 */
record Jpeg(boolean whole, int width, int height) {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int DHT = 0xC4;
    private static final int SOS = 0xDA;

    /** Reads the header, and looks through the data for the begin of another picture. */
    static Jpeg inspect(byte[] picture) {
        int frame = segment(picture, Jpeg::isFrameHeader);
        boolean whole = frame >= 0 && endOf(picture) > 0 && isOnePicture(picture);
        return frame < 0 || frame + 9 > picture.length
                ? new Jpeg(false, 0, 0)
                : new Jpeg(whole, twoBytes(picture, frame + 7), twoBytes(picture, frame + 5));
    }

    /** The picture with the standard Huffman tables, which many USB cameras leave out and browsers insist on. */
    static byte[] withHuffmanTables(byte[] picture) {
        int frame = segment(picture, Jpeg::isFrameHeader);
        if (frame < 0 || segment(picture, marker -> marker == DHT) >= 0) {
            return picture;
        }
        byte[] tables = StandardHuffmanTables.SEGMENT;
        byte[] complete = Arrays.copyOf(picture, picture.length + tables.length);
        System.arraycopy(tables, 0, complete, frame, tables.length);
        System.arraycopy(picture, frame, complete, frame + tables.length, picture.length - frame);
        return complete;
    }

    /** Half a picture may come with the next one behind it; within a picture's data its markers never stand. */
    private static boolean isOnePicture(byte[] picture) {
        int data = segment(picture, marker -> marker == SOS);
        if (data < 0) {
            return false;
        }
        for (int i = nextFF(picture, data + 2); i + 1 < picture.length; i = nextFF(picture, i + 1)) {
            int marker = picture[i + 1] & 0xFF;
            if (marker == SOI || marker == EOI) {
                return marker == EOI;
            }
        }
        return false;
    }

    /** Where the next byte FF stands, or the length. Eight at a time, for this goes through every picture: in a third of the time. */
    private static int nextFF(byte[] picture, int from) {
        int i = from;
        while (i + Long.BYTES <= picture.length && !hasFF((long) EIGHT.get(picture, i))) {
            i += Long.BYTES;
        }
        while (i < picture.length && picture[i] != (byte) 0xFF) {
            i++;
        }
        return i;
    }

    /** Whether one of eight bytes is FF: of their complement, whether one is 0 (H. S. Warren, Hacker's Delight, 6-1). */
    private static boolean hasFF(long eight) {
        return (~eight - ONES & eight & HIGHEST) != 0;
    }

    /** Where the end-of-image marker stands (cameras pad with some zeros), or 0. */
    private static int endOf(byte[] picture) {
        for (int i = picture.length - 2; i > Math.max(0, picture.length - 2048); i--) {
            if ((picture[i] & 0xFF) == 0xFF && (picture[i + 1] & 0xFF) == EOI) {
                return i;
            }
        }
        return 0;
    }

    /** Offset of the first header segment of a kind, or -1. */
    private static int segment(byte[] picture, java.util.function.IntPredicate kind) {
        if (picture.length < 4 || (picture[0] & 0xFF) != 0xFF || (picture[1] & 0xFF) != SOI) {
            return -1;
        }
        int at = 2;
        while (at + 4 <= picture.length && (picture[at] & 0xFF) == 0xFF) {
            int marker = picture[at + 1] & 0xFF;
            if (kind.test(marker)) {
                return at;
            }
            if (marker == SOS) {
                return -1;
            }
            at += 2 + twoBytes(picture, at + 2);
        }
        return -1;
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != 0xC8 && marker != 0xCC;
    }

    private static int twoBytes(byte[] picture, int at) {
        return (picture[at] & 0xFF) << 8 | picture[at + 1] & 0xFF;
    }
}
