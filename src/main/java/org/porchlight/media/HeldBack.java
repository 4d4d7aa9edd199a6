package org.porchlight.media;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * What FFmpeg writes to a file anywhere but at its end, held back so that it can be written when all else is on the disk. For one
 * thread.
 */
final class HeldBack implements AutoCloseable {

    private final AVIOContext.Seek_Pointer_long_int seek;
    private final AVIOContext.Write_packet_Pointer_BytePointer_int write;
    private final FFmpeg.Registration registration;
    private final List<Overwrite> overwrites = new ArrayList<>();
    private boolean atEnd = true;
    private long position;

    HeldBack(
            AVIOContext.Seek_Pointer_long_int seek,
            AVIOContext.Write_packet_Pointer_BytePointer_int write,
            FFmpeg.Registration registration) {
        this.seek = seek;
        this.write = write;
        this.registration = registration;
    }

    /** Bytes that belong at a place in the file. */
    record Overwrite(long position, byte[] bytes) {}

    /** What was held back, in the order in which it came. */
    List<Overwrite> overwrites() {
        return overwrites;
    }

    long seek(Pointer file, long offset, int whence) {
        if (whence == avformat.AVSEEK_SIZE) {
            return seek.call(file, offset, whence);
        }
        position = offset;
        atEnd = offset >= seek.call(file, 0, avformat.AVSEEK_SIZE);
        return atEnd ? seek.call(file, offset, whence) : offset;
    }

    int write(Pointer file, BytePointer source, int size) {
        if (atEnd) {
            return write.call(file, source, size);
        }
        byte[] bytes = new byte[size];
        source.get(bytes);
        overwrites.add(new Overwrite(position, bytes));
        position += size;
        return size;
    }

    @Override
    public void close() {
        registration.close();
    }
}
