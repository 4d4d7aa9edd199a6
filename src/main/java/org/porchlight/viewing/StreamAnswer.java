package org.porchlight.viewing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How the answer to whoever asked for a live stream begins. */
final class StreamAnswer {

    private StreamAnswer() {}

    /** Sends the headers; what is written to the result after that goes straight to the server's own stream. */
    static ServletOutputStream begin(HttpServletResponse response, String contentType) throws IOException {
        response.setContentType(contentType);
        response.setHeader("Cache-Control", "no-store, private");
        // Without it the answer would be cut into chunks, which costs and which some readers cannot take.
        response.setHeader("Connection", "close");
        response.flushBuffer();
        return serversOwn(response).getOutputStream();
    }

    /**
     * The answer without what filters have put around it, once they have written their headers: their streams know no buffers
     * and would copy every picture for every viewer.
     */
    private static ServletResponse serversOwn(ServletResponse response) {
        ServletResponse own = response;
        while (own instanceof ServletResponseWrapper wrapper) {
            own = wrapper.getResponse();
        }
        return own;
    }
}
