package org.porchlight.web;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a browser may load and run for an answer of ours: nothing that comes from elsewhere. Pages run Vaadin's own scripts;
 * the inline ones among them carry a number that is drawn for each answer, so that markup which was smuggled in runs nothing.
 */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    private static final SecureRandom random = new SecureRandom();

    private static final String SAME_FOR_ALL =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " media-src 'self' blob:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; script-src ";

    private ContentPolicy() {}

    /** For everything that is no page: pictures, recordings, styles, plain messages. */
    public static String withoutScripts() {
        return SAME_FOR_ALL + "'none'";
    }

    /**
     * For a page; more sources of scripts may follow. Vaadin makes functions of the texts that the server sends ({@code executeJs}), hence unsafe-eval.
     *
     * @param nonce from {@link #newNonce}; the page's own script elements carry it
     */
    public static String withScripts(String nonce) {
        return SAME_FOR_ALL + "'self' 'nonce-" + nonce + "' 'unsafe-eval'";
    }

    /** A number that nobody can guess, for one answer. */
    public static String newNonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
