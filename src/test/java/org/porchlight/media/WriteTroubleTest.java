package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteTroubleTest {

    @ParameterizedTest
    @CsvSource({"28, FULL", "122, QUOTA", "30, READ_ONLY", "13, DENIED", "5, GONE", "116, GONE", "22, UNKNOWN"})
    void theSystemsNumbersHaveSentences(int errno, WriteTrouble trouble) {
        assertThat(WriteTrouble.ofErrno(errno)).isEqualTo(trouble);
        assertThat(trouble.sentence()).asString().endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, FULL",
        "Disk quota exceeded, QUOTA",
        "Read-only file system, READ_ONLY",
        "Input/output error, GONE",
        "Too many open files, UNKNOWN"
    })
    void soHaveItsWords(String words, WriteTrouble trouble) {
        assertThat(WriteTrouble.of(new FileSystemException("f", null, words))).isEqualTo(trouble);
        assertThat(WriteTrouble.of(new IOException(words))).isEqualTo(trouble);
    }

    @Test
    void javasOwnExceptionsAreKnown() {
        assertThat(WriteTrouble.of(new AccessDeniedException("f"))).isEqualTo(WriteTrouble.DENIED);
        assertThat(WriteTrouble.of(new NoSuchFileException("f"))).isEqualTo(WriteTrouble.GONE);
        assertThat(WriteTrouble.of(new IOException())).isEqualTo(WriteTrouble.UNKNOWN);
    }

    /** Linux has a device that is always full. */
    @Test
    void aFullDeviceIsFull() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(full));
        IOException thrown = org.assertj.core.api.Assertions.catchThrowableOfType(
                IOException.class, () -> Files.write(full, new byte[1]));
        assertThat(WriteTrouble.of(thrown)).isEqualTo(WriteTrouble.FULL);
    }
}
