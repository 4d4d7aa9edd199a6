package org.porchlight.media;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native library: loaded once, with its log going to ours, its passwords struck out.
 *
 * <p>JavaCPP keeps few callback instances of a type, and an eleventh is silently never called; so there is one of each here
 * for the whole JVM, and the only static state of the engine.
 */
final class FFmpeg {

    /** What to do where webcams cannot be read. */
    static final Sentence DEVICES_MISSING = Sentence.of("engine.devicesMissing");

    private static final Logger log = LoggerFactory.getLogger(FFmpeg.class);
    /** The operating system's ENOENT, as FFmpeg gives it. */
    private static final int NO_SUCH_FILE = -2;

    private static final Pattern LOGIN = Pattern.compile("//[^/@\\s]+@");
    private static final Pattern QUERY =
            Pattern.compile("((?:rtsp|https?)://[^\\s?'\"]*)\\?[^\\s'\"]+", Pattern.CASE_INSENSITIVE);
    private static final Map<Long, Interrupt> interrupts = new ConcurrentHashMap<>();

    private static final AVIOInterruptCB.Callback_Pointer askInterrupt = new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer opaque) {
            Interrupt interrupt = interrupts.get(opaque.address());
            return interrupt != null && interrupt.requested() ? 1 : 0;
        }
    };

    private static final Map<Long, HeldBack> heldBack = new ConcurrentHashMap<>();

    private static final AVIOContext.Seek_Pointer_long_int seek = new AVIOContext.Seek_Pointer_long_int() {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            HeldBack held = heldBack.get(opaque.address());
            return held == null ? NO_SUCH_FILE : held.seek(opaque, offset, whence);
        }
    };

    private static final AVIOContext.Write_packet_Pointer_BytePointer_int write =
            new AVIOContext.Write_packet_Pointer_BytePointer_int() {
                @Override
                public int call(Pointer opaque, BytePointer bytes, int size) {
                    HeldBack held = heldBack.get(opaque.address());
                    return held == null ? NO_SUCH_FILE : held.write(opaque, bytes, size);
                }
            };

    private static final LogCallback toOurLog = new LogCallback() {
        @Override
        public void call(int level, BytePointer message) {
            log.debug("{}", withoutSecrets(message.getString().strip()));
        }
    };

    static {
        avutil.av_log_set_level(avutil.AV_LOG_WARNING);
        avutil.setLogCallback(toOurLog);
    }

    private static final boolean devices = registerDevices();

    private FFmpeg() {}

    /** Loads the library. To be called before anything native is. */
    static void load() {
        // The static initializer does it.
    }

    /** Whether webcams can be read; without the system's libraries for that, everything else still works. */
    static boolean readsDevices() {
        return devices;
    }

    private static boolean registerDevices() {
        try {
            avdevice.avdevice_register_all();
            return true;
        } catch (UnsatisfiedLinkError e) {
            log.warn("{} ({})", DEVICES_MISSING, e.getMessage());
            return false;
        }
    }

    /** Has FFmpeg's blocking calls on {@code callback} ask {@code interrupt}, until the answer is closed. */
    static Registration register(Interrupt interrupt, AVIOInterruptCB callback) {
        BytePointer key = new BytePointer(1);
        interrupts.put(key.address(), interrupt);
        callback.callback(askInterrupt).opaque(key);
        return () -> {
            interrupts.remove(key.address());
            key.close();
        };
    }

    /** Holds back what is written to a file anywhere but at its end, until the answer is closed. */
    static HeldBack holdBack(AVIOContext file) {
        long key = file.opaque().address();
        AVIOContext.Seek_Pointer_long_int ownSeek = file.seek();
        AVIOContext.Write_packet_Pointer_BytePointer_int ownWrite = file.write_packet();
        HeldBack held = new HeldBack(ownSeek, ownWrite, () -> {
            file.seek(ownSeek).write_packet(ownWrite);
            heldBack.remove(key);
        });
        heldBack.put(key, held);
        file.seek(seek).write_packet(write);
        return held;
    }

    /** What {@link #register} answers. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Options as FFmpeg takes them; to be freed with av_dict_free. */
    static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
        return dictionary;
    }

    /** FFmpeg's own words for an error code. */
    static String words(int code) {
        byte[] text = new byte[256];
        avutil.av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * Passes a result on, or tells what failed.
     *
     * @param failed the key of the sentence for that: FFmpeg's words stand in it, then what it is about
     */
    static int check(int result, String failed, String... about) throws IOException {
        if (result < 0) {
            throw new EngineFailure(Sentence.of(
                    failed,
                    Stream.concat(Stream.of(words(result)), Stream.of(about)).toArray()));
        }
        return result;
    }

    /** A text without the logins of its addresses, and without their queries: many cameras take the password there. */
    static String withoutSecrets(String text) {
        return QUERY.matcher(LOGIN.matcher(text).replaceAll("//…@")).replaceAll("$1?…");
    }
}
