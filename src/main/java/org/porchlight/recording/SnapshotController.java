package org.porchlight.recording;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the pictures that were kept in the log to signed-in members. */
@RestController
class SnapshotController {

    private final Snapshots snapshots;

    SnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GetMapping("/snapshots/{id:[0-9a-f-]{36}}.jpg")
    ResponseEntity<Resource> snapshot(@PathVariable String id) {
        Optional<Path> file = snapshots.file(id);
        if (file.isEmpty()) {
            return nothing();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(file.get()));
    }

    /** Whatever else is asked for below this address does not exist; it must not fall through to a page. */
    @GetMapping("/snapshots/**")
    ResponseEntity<Resource> nothing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
