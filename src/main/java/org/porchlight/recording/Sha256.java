package org.porchlight.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of a file, as sha256sum writes it. */
public final class Sha256 {

    private static final int PIECE = 256 * 1024;

    private Sha256() {}

    /** Reads all of it; stops where the thread is interrupted. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int length; (length = in.read(piece)) >= 0; ) {
                digest.update(piece, 0, length);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("The checksum of " + file + " was broken off.");
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** To be fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
