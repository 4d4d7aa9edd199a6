package org.porchlight.media;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a disk takes nothing more. */
public enum WriteTrouble {
    /** No room; or no more files, for which the operating system has the same number. */
    FULL("disk.full", "no space left"),
    QUOTA("disk.quota", "quota exceeded"),
    READ_ONLY("disk.readOnly", "read-only file system"),
    DENIED("disk.denied", "permission denied", "not permitted"),
    GONE("disk.gone", "input/output error", "no such device", "stale file handle", "not connected"),
    UNKNOWN("disk.unknown");

    private final Sentence sentence;
    private final List<String> systemWords;

    WriteTrouble(String key, String... systemWords) {
        this.sentence = Sentence.of(key);
        this.systemWords = List.of(systemWords);
    }

    /** For people. */
    public Sentence sentence() {
        return sentence;
    }

    /** By the operating system's number, which FFmpeg gives as a negative result. */
    static WriteTrouble ofErrno(int errno) {
        return switch (errno) {
            case 28 -> FULL; // ENOSPC
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
        String reason = thrown instanceof FileSystemException failed ? failed.getReason() : thrown.getMessage();
        String said = String.valueOf(reason).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(trouble -> trouble.systemWords.stream().anyMatch(said::contains))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
