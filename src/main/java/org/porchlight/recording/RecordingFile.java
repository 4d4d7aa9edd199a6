package org.porchlight.recording;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.springframework.core.io.AbstractResource;

/**
 * The file of a recording as a response is made of it. It may be moved to another folder between one look and the next: the old
 * file goes once the row leads to the new one, so that looking a second time finds it.
 */
final class RecordingFile extends AbstractResource {

    private final RecordingLibrary library;
    private final String id;

    RecordingFile(RecordingLibrary library, String id) {
        this.library = library;
        this.id = id;
    }

    /** What is done with a path. */
    private interface Use<T> {
        T of(Path file) throws IOException;
    }

    private <T> T use(Use<T> use) throws IOException {
        try {
            return use.of(path());
        } catch (NoSuchFileException e) {
            return use.of(path());
        }
    }

    private Path path() throws FileNotFoundException {
        return library.fileOf(id)
                .orElseThrow(() -> new FileNotFoundException("The file of recording " + id + " is gone"));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return use(Files::newInputStream);
    }

    @Override
    public long contentLength() throws IOException {
        return use(Files::size);
    }

    @Override
    public String getDescription() {
        return "recording " + id;
    }
}
