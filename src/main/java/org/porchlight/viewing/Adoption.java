package org.porchlight.viewing;

import org.porchlight.recording.FoundFile;
import org.porchlight.recording.FoundFileTrouble;
import org.porchlight.recording.FoundFiles;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Takes found files into the log. Who looked then is not known, nor through which camera: the line is nobody's, so that owners
 * alone can change or delete it, and its note says where it comes from. Safe for any thread.
 */
@Service
public class Adoption {

    /** In the place of who looked. */
    static final String NOBODY = "Found";

    private static final String UNKNOWN_CAMERA = "Unknown camera";

    private final ViewingRows rows;
    private final FoundFiles files;
    private final ApplicationEventPublisher events;

    Adoption(ViewingRows rows, FoundFiles files, ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.events = events;
    }

    /**
     * Makes a found file a line of the log, with its recording.
     *
     * @throws FoundFileTrouble with a sentence, when that cannot be; nothing is written then
     */
    @OwnersOnly
    public void adopt(FoundFile found) throws FoundFileTrouble {
        Viewing viewing =
                new Viewing(0, Viewing.NO_MEMBER, NOBODY, 0, UNKNOWN_CAMERA, "", found.begin(), null, null, null);
        long id = files.adopt(found, UNKNOWN_CAMERA, () -> write(viewing, found));
        events.publishEvent(new FoundFileAdopted(found, id));
    }

    private long write(Viewing viewing, FoundFile found) {
        long id = rows.insert(viewing);
        rows.end(id, found.written(), EndReason.UNKNOWN);
        rows.note(id, "Found as " + found.file());
        return id;
    }
}
