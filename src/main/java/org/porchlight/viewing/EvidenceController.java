package org.porchlight.viewing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives a viewing with its recordings as one zip file, which is made while it is sent. */
@RestController
class EvidenceController {

    private final EvidencePacks packs;

    EvidenceController(EvidencePacks packs) {
        this.packs = packs;
    }

    @GetMapping("/evidence/{viewing:[0-9]+}.zip")
    void evidence(@PathVariable long viewing, HttpServletResponse response) throws IOException {
        Optional<EvidencePack> pack = packs.take(viewing);
        response.setHeader("Cache-Control", "no-store, private");
        if (pack.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/zip");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(pack.get().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        pack.get().write(response.getOutputStream());
    }

    /** Whatever else is asked for below this address does not exist; it must not fall through to a page. */
    @GetMapping("/evidence/**")
    void nothing(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
}
