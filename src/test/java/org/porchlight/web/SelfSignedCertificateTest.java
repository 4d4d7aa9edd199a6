package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.HandClock;

class SelfSignedCertificateTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.now());
    private final Machine machine = new Machine();
    private SelfSignedCertificate certificate;

    @BeforeEach
    void makeOne() {
        certificate = new SelfSignedCertificate(folder, machine, clock);
    }

    @Test
    void isForTheNamesAndAddressesOfTheMachine() throws Exception {
        assertThat(SelfSignedCertificate.names(current()))
                .contains("localhost", "porch", "porch.local", "127.0.0.1", "192.168.1.20", "fd00:0:0:0:0:0:0:20");
    }

    @Test
    void onlyTheServersUserMayReadIt() throws Exception {
        current();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve(SelfSignedCertificate.FILE))))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly(SelfSignedCertificate.FILE);
    }

    @Test
    void isKeptWhileItHolds() throws Exception {
        X509Certificate first = current();
        machine.passing.add("fd00:0:0:0:0:0:0:21");
        machine.lasting.remove("192.168.1.20");
        clock.pass(Duration.ofDays(366));

        assertThat(new SelfSignedCertificate(folder, machine, clock).isDue()).isFalse();
        assertThat(current()).isEqualTo(first);
    }

    @Test
    void isMadeAnewForANewAddress() throws Exception {
        X509Certificate first = current();
        machine.lasting.add("192.168.1.21");

        assertThat(certificate.isDue()).isTrue();
        assertThat(current()).isNotEqualTo(first);
        assertThat(SelfSignedCertificate.names(current())).contains("192.168.1.21");
    }

    @Test
    void isMadeAnewBeforeItsEnd() throws Exception {
        X509Certificate first = current();
        clock.pass(Duration.ofDays(368));

        assertThat(certificate.isDue()).isTrue();
        assertThat(current()).isNotEqualTo(first);
    }

    @Test
    void aBrokenFileIsReplaced() throws Exception {
        Files.writeString(folder.resolve(SelfSignedCertificate.FILE), "no certificate");

        assertThat(current().getSubjectX500Principal().getName()).isEqualTo("CN=Porchlight");
    }

    private X509Certificate current() throws Exception {
        KeyStore store = Objects.requireNonNull(certificate.bundle().getStores().getKeyStore());
        return (X509Certificate) store.getCertificate("porchlight");
    }

    private static final class Machine extends ThisMachine {
        final Set<String> lasting = new HashSet<>(Set.of("127.0.0.1", "192.168.1.20"));
        final Set<String> passing = new HashSet<>(Set.of("fd00:0:0:0:0:0:0:20"));

        @Override
        Set<String> names() {
            return Set.of("localhost", "porch", "porch.local");
        }

        @Override
        Set<String> lastingAddresses() {
            return lasting;
        }

        @Override
        Set<String> passingAddresses() {
            return passing;
        }
    }
}
