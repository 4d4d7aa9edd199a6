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

/** Serves the small pictures of recordings to signed-in members. */
@RestController
class ThumbnailController {

    private final RecordingLibrary library;
    private final Thumbnails thumbnails;

    ThumbnailController(RecordingLibrary library, Thumbnails thumbnails) {
        this.library = library;
        this.thumbnails = thumbnails;
    }

    @GetMapping("/recordings/{id:[0-9a-f-]{36}}.jpg")
    ResponseEntity<Resource> thumbnail(@PathVariable String id) {
        Optional<Path> picture = library.find(id)
                .filter(Recording::isPlayable)
                .flatMap(recording -> thumbnails.of(recording, library.fileOf(id)));
        if (picture.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(picture.get()));
    }
}
