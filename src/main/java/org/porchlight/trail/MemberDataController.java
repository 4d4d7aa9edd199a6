package org.porchlight.trail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.porchlight.account.Member;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives what is known of a member, as JSON. */
@RestController
class MemberDataController {

    private final MemberData data;

    MemberDataController(MemberData data) {
        this.data = data;
    }

    @GetMapping("/member-data/{member:[0-9]+}.json")
    void member(@PathVariable long member, HttpServletResponse response) throws IOException {
        Member who = data.exportable(member);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("porchlight-member-" + member + ".json")
                        .build()
                        .toString());
        data.export(who, response.getOutputStream());
    }

    /** Whatever else is asked for below this address does not exist; it must not fall through to a page. */
    @GetMapping("/member-data/**")
    void nothing(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
}
