package org.porchlight.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * The certificate that Porchlight makes for itself, in {@code https.p12} of the data folder, which only the server's user may
 * read. Made by the {@code keytool} that every Java brings along. Not for more than one thread at a time.
 */
final class SelfSignedCertificate {

    static final String FILE = "https.p12";

    private static final String ALIAS = "porchlight";
    /** PKCS#12 wants one. It protects nothing: it would have to lie beside the file. The file's permissions do. */
    private static final String PASSWORD = "porchlight";

    /** What browsers take at most from an authority of their own list; longer ones are refused by some. */
    private static final Duration VALID = Duration.ofDays(397);

    private static final Duration RENEWED_BEFORE_ITS_END = Duration.ofDays(30);

    private final Path file;
    private final ThisMachine machine;
    private final Clock clock;

    SelfSignedCertificate(Path folder, ThisMachine machine, Clock clock) {
        this.file = folder.resolve(FILE);
        this.machine = machine;
        this.clock = clock;
    }

    /** Whether there is none, or it does not name this machine any more, or is near its end. */
    boolean isDue() {
        X509Certificate certificate = read();
        return certificate == null
                || certificate
                        .getNotAfter()
                        .toInstant()
                        .isBefore(clock.instant().plus(RENEWED_BEFORE_ITS_END))
                || !names(certificate).containsAll(lasting());
    }

    /** As it is used, made anew if it is due. */
    SslBundle bundle() {
        if (isDue()) {
            make();
        }
        try {
            return SslBundle.of(SslStoreBundle.of(load(), PASSWORD, null), SslBundleKey.of(PASSWORD, ALIAS));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot read the certificate " + file, e);
        }
    }

    private Set<String> lasting() {
        Set<String> names = new LinkedHashSet<>(machine.names());
        names.addAll(machine.lastingAddresses());
        return names;
    }

    private void make() {
        Path made = file.resolveSibling(FILE + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(made);
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keystore",
                    made.toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=Porchlight",
                    "-validity",
                    String.valueOf(VALID.toDays()),
                    "-ext",
                    "san=" + subjectAlternativeNames(),
                    "-ext",
                    "eku=serverAuth",
                    "-ext",
                    "ku:critical=digitalSignature"));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make the certificate " + file + " for HTTPS", e);
        }
    }

    private String subjectAlternativeNames() {
        Stream<String> names = machine.names().stream().map(name -> "dns:" + name);
        Stream<String> addresses = Stream.of(machine.lastingAddresses(), machine.passingAddresses())
                .flatMap(Collection::stream)
                .map(address -> "ip:" + address);
        return Stream.concat(names, addresses).collect(Collectors.joining(","));
    }

    /** The file is the tool's alone until its permissions are set: it is made in a folder that nobody else may enter. */
    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("Interrupted while keytool makes a certificate", e);
        }
    }

    private @Nullable X509Certificate read() {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return (X509Certificate) load().getCertificate(ALIAS);
        } catch (IOException | GeneralSecurityException e) {
            return null; // it is no good: another one is made
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** The names and addresses that a certificate is for. */
    static Set<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.toSet());
        } catch (GeneralSecurityException e) {
            return Set.of();
        }
    }
}
