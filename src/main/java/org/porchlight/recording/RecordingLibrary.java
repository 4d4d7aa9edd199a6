package org.porchlight.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.MembersOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The recordings and their files. */
@Service
@MembersOnly
public class RecordingLibrary {

    private static final Logger log = LoggerFactory.getLogger(RecordingLibrary.class);

    private final RecordingRows rows;
    private final RecordingRemoval removal;
    private final FilePresence presence;
    private final ApplicationEventPublisher events;

    RecordingLibrary(
            RecordingRows rows, RecordingRemoval removal, FilePresence presence, ApplicationEventPublisher events) {
        this.rows = rows;
        this.removal = removal;
        this.presence = presence;
        this.events = events;
    }

    /** The recording with this id. */
    public Optional<Recording> find(String id) {
        return rows.find(id);
    }

    /**
     * The recordings of these viewings, the oldest first; those being deleted are left out. Touches no disk: those whose files
     * are not there say so from the moment on at which that was found out, in the background.
     */
    public Map<Long, List<Recording>> of(Collection<Long> viewings) {
        List<Recording> recordings = rows.of(viewings);
        presence.lookAfter(recordings);
        return recordings.stream()
                .filter(recording -> recording.state() != State.DELETING)
                .map(recording -> presence.isGone(recording) ? recording.gone() : recording)
                .collect(Collectors.groupingBy(Recording::viewingId));
    }

    /** The finished file of a recording; empty when there is nothing that may be read. */
    public Optional<Path> file(Recording recording) {
        if (!recording.isPlayable()) {
            return Optional.empty();
        }
        try {
            Optional<Path> file = Optional.of(RecordingFolder.locate(recording)).filter(Files::isReadable);
            if (file.isEmpty() || presence.isGone(recording)) {
                presence.lookAfter(List.of(recording));
            }
            return file;
        } catch (NoSuchFileException e) {
            presence.lookAfter(List.of(recording));
            return Optional.empty();
        } catch (IOException e) {
            log.warn("The file of recording {} is refused: {}", recording.id(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The same of the recording with this id. It may be moved between the look at its row and that at its file: two are enough. */
    Optional<Path> fileOf(String id) {
        return find(id).flatMap(this::file).or(() -> find(id).flatMap(this::file));
    }

    /**
     * The file of a recording that whoever asks in this thread saves, to be read to its end; it may be moved meanwhile.
     *
     * @throws IOException when there is nothing that may be read
     */
    public InputStream download(Recording recording) throws IOException {
        InputStream content = new RecordingFile(this, recording.id()).getInputStream();
        events.publishEvent(new RecordingOpened(recording, true));
        return content;
    }

    /** Keeps what was recorded of a viewing from being removed by retention, or lets it go when its time comes. */
    public void keep(long viewingId, boolean kept) {
        rows.keep(viewingId, kept);
        events.publishEvent(new RecordingChanged(viewingId));
    }

    /**
     * Whether the recordings of a viewing can be deleted, be it into the trash.
     *
     * @throws CannotDelete when one is still written
     */
    public void mayBeDeleted(long viewingId) throws CannotDelete {
        notWritten(rows.of(List.of(viewingId)));
    }

    /** Puts the recordings of a viewing into the trash: they are not to be seen until they are taken back. */
    public void trash(long viewingId, Instant at) {
        rows.trash(viewingId, at);
    }

    /** Takes the recordings of a viewing back from the trash, as they were. */
    public void takeBack(long viewingId) {
        rows.trash(viewingId, null);
    }

    /**
     * Deletes all recordings of a viewing for good.
     *
     * @throws CannotDelete when one is still written, or its file cannot be removed; those before it are gone then
     */
    public void deleteOf(long viewingId) throws CannotDelete {
        List<Recording> recordings = rows.of(List.of(viewingId));
        notWritten(recordings);
        for (Recording recording : recordings) {
            removal.delete(recording);
        }
    }

    private static void notWritten(List<Recording> recordings) throws CannotDelete {
        if (recordings.stream().anyMatch(recording -> recording.state() == State.RECORDING)) {
            throw new CannotDelete(Sentence.of("recording.notFinished"));
        }
    }
}
