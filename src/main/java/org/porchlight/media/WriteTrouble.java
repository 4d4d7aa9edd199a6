package org.porchlight.media;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Why a disk takes nothing more. */
public enum WriteTrouble {
    FULL("The disk is full."),
    QUOTA("The disk's quota is used up."),
    READ_ONLY("The disk can only be read."),
    DENIED("Porchlight's user may not write there."),
    GONE("The disk is gone."),
    UNKNOWN("The disk takes nothing more.");

    private final String sentence;

    WriteTrouble(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }

    /** By the operating system's number, which FFmpeg gives as a negative result. */
    static WriteTrouble ofErrno(int errno) {
        return switch (errno) {
            case 28 -> FULL; // ENOSPC, which also stands for: no more files
            case 122 -> QUOTA; // EDQUOT
            case 30 -> READ_ONLY; // EROFS
            case 1, 13 -> DENIED; // EPERM, EACCES
            case 2, 5, 6, 19, 20, 107, 116 -> GONE; // ENOENT, EIO, ENXIO, ENODEV, ENOTDIR, ENOTCONN, ESTALE
            default -> UNKNOWN;
        };
    }

    /** By what Java says, which hides the number but not the system's words. */
    public static WriteTrouble of(IOException thrown) {
        if (thrown instanceof AccessDeniedException) {
            return DENIED;
        }
        if (thrown instanceof NoSuchFileException) {
            return GONE;
        }
        String reason = thrown instanceof FileSystemException f ? f.getReason() : thrown.getMessage();
        String words = String.valueOf(reason).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                ? FULL
                : words.contains("quota")
                        ? QUOTA
                        : words.contains("read-only")
                                ? READ_ONLY
                                : words.contains("input/output error") || words.contains("no such device")
                                        ? GONE
                                        : UNKNOWN;
    }
}
