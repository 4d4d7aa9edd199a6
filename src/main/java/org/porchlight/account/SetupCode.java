package org.porchlight.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Proves that whoever makes the first account can read the server's console. A new one with every start; kept in memory
 * only.
 */
@Component
public class SetupCode {
    /** No letter or digit that is taken for another one. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final String code;

    SetupCode() {
        SecureRandom random = new SecureRandom();
        StringBuilder made = new StringBuilder("XXXX-XXXX");
        for (int i = 0; i < made.length(); i++) {
            if (made.charAt(i) == 'X') {
                made.setCharAt(i, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        code = made.toString();
    }

    /** The code as it is printed, {@code XXXX-XXXX}. */
    public String display() {
        return code;
    }

    /** Whether this is the code, however it is written: case, dashes and spaces do not count. */
    boolean matches(String typed) {
        return MessageDigest.isEqual(bare(code), bare(typed));
    }

    private static byte[] bare(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "").getBytes(US_ASCII);
    }
}
