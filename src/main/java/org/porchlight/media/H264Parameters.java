package org.porchlight.media;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H.264's parameter sets, without which nothing can be decoded: cameras send them beside the stream, within it, or both, and
 * may send others at any time.
 *
 * @param sps each sequence parameter set
 * @param pps each picture parameter set
 */
record H264Parameters(List<byte[]> sps, List<byte[]> pps) {

    private static final byte[] START_CODE = {0, 0, 0, 1};

    /** Where the number of bytes of a length stands in the parameters of an MP4 file, less one. */
    private static final int LENGTH_SIZE_AT = 4;

    /** What stands beside a stream, FFmpeg's extradata: sets with start codes, or the record of an MP4 file. */
    static H264Parameters ofExtradata(byte[] extradata) {
        return lengthBytes(extradata) == 0 ? H264Unit.of(extradata, 0).parameters() : ofRecord(extradata);
    }

    /** Bytes of the length before each part of a packet of such a stream; 0 where there are start codes. */
    static int lengthBytes(byte[] extradata) {
        return extradata.length > LENGTH_SIZE_AT && extradata[0] == 1 ? (extradata[LENGTH_SIZE_AT] & 3) + 1 : 0;
    }

    private static H264Parameters ofRecord(byte[] record) {
        List<byte[]> sps = new ArrayList<>();
        List<byte[]> pps = new ArrayList<>();
        int at = sets(record, LENGTH_SIZE_AT + 1, 0x1F, sps);
        sets(record, at, 0xFF, pps);
        return new H264Parameters(sps, pps);
    }

    /** Reads a count and as many sets with their lengths; the answer is where they end. */
    private static int sets(byte[] record, int begin, int mask, List<byte[]> to) {
        int at = begin;
        int count = at < record.length ? record[at++] & mask : 0;
        for (int i = 0; i < count && at + 2 <= record.length; i++) {
            int length = (record[at] & 0xFF) << 8 | record[at + 1] & 0xFF;
            at += 2;
            if (length > record.length - at) {
                return record.length;
            }
            to.add(Arrays.copyOfRange(record, at, at + length));
            at += length;
        }
        return at;
    }

    /** Whether a decoder can begin with them. */
    boolean complete() {
        return !sps.isEmpty() && !pps.isEmpty() && described() != null;
    }

    /** What the first sequence parameter set says of the pictures; null where it cannot be read. */
    @Nullable
    H264Sps described() {
        return sps.isEmpty() ? null : H264Sps.read(sps.getFirst());
    }

    /** Whether something is in here that is not in {@code known}. */
    boolean differFrom(H264Parameters known) {
        return !sps.stream().allMatch(set -> contains(known.sps, set))
                || !pps.stream().allMatch(set -> contains(known.pps, set));
    }

    private static boolean contains(List<byte[]> sets, byte[] wanted) {
        return sets.stream().anyMatch(set -> Arrays.equals(set, wanted));
    }

    /** These, and those of {@code before} where there are none of a kind. */
    H264Parameters or(H264Parameters before) {
        return new H264Parameters(sps.isEmpty() ? before.sps : sps, pps.isEmpty() ? before.pps : pps);
    }

    /** As they stand beside a stream with start codes. */
    byte[] annexB() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (List<byte[]> sets : List.of(sps, pps)) {
            for (byte[] set : sets) {
                out.writeBytes(START_CODE);
                out.writeBytes(set);
            }
        }
        return out.toByteArray();
    }

    /** As they stand beside a stream whose parts have lengths of four bytes before them. */
    byte[] record() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] first = sps.getFirst();
        out.write(1);
        out.write(first, 1, 3); // profile, what it keeps to, level
        out.write(0xFC | 3);
        out.write(0xE0 | sps.size());
        writeSets(out, sps);
        out.write(pps.size());
        writeSets(out, pps);
        return out.toByteArray();
    }

    private static void writeSets(ByteArrayOutputStream out, List<byte[]> sets) {
        for (byte[] set : sets) {
            out.write(set.length >> 8);
            out.write(set.length);
            out.writeBytes(set);
        }
    }
}
