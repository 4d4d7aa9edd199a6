package org.porchlight.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup: a zip file with the database and the checksums of the recordings, which are not in it.
 *
 * @param file whose
 */
record BackupArchive(Path file) {

    static final String RECORDINGS = "recordings.sha256";

    private static final String ABOUT = """
            A backup of Porchlight: accounts, settings, the log and the trail, without the recordings' files.

            To bring it back, also on another computer:
                java -jar porchlight.jar --porchlight.restore=THIS-FILE

            It holds the hashes of passwords. Keep it where nobody else reads it.

            recordings.sha256 lists the recordings that there were; "sha256sum -c recordings.sha256" compares them.
            """;

    /** Makes a file that is for the eyes of the server's user alone, and empty. */
    static Path makePrivate(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return Files.createFile(file, mode);
    }

    /** Writes it, and waits until it is on the disk. */
    void write(Path database, List<String> recordings) throws IOException {
        makePrivate(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
            zip.putNextEntry(new ZipEntry("README.txt"));
            zip.write(ABOUT.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(RECORDINGS));
            for (String line : recordings) {
                zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(DatabaseFile.NAME));
            Files.copy(database, zip);
            zip.finish();
            channel.force(true);
            zip.close();
        }
    }

    /**
     * Takes the database out of it.
     *
     * @throws IOException with a sentence, when there is none in it
     */
    void extractDatabase(Path to) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getEntry(DatabaseFile.NAME);
            if (entry == null) {
                throw new IOException("There is no " + DatabaseFile.NAME + " in it.");
            }
            makePrivate(to);
            try (InputStream in = zip.getInputStream(entry);
                    FileChannel channel = FileChannel.open(to, Set.of(StandardOpenOption.WRITE));
                    OutputStream out = Channels.newOutputStream(channel)) {
                in.transferTo(out);
                channel.force(true);
            }
        }
    }
}
