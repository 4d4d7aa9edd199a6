package org.porchlight.ui;

import org.porchlight.account.CurrentMember;
import org.porchlight.recording.FoundFilesChanged;
import org.porchlight.recording.MoveChanged;
import org.porchlight.recording.StorageMeasured;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells pages that something about the room, the found files or the moving of recordings changed. */
@Component
class StorageNews extends News {

    StorageNews(CurrentMember me) {
        super(me);
    }

    @EventListener({StorageMeasured.class, FoundFilesChanged.class, MoveChanged.class})
    void changed() {
        tell();
    }
}
