package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads Motion JPEG, each part of which says when its picture was taken. */
class MjpegReader extends SocketReader {

    private int parsed;

    MjpegReader(int port, String path, String cookie) throws IOException {
        super(port, path, cookie);
    }

    @Override
    void parse(byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        for (int header = text.indexOf("Content-Length: ", parsed); header >= 0; ) {
            int body = text.indexOf("\r\n\r\n", header) + 4;
            if (body < 4) {
                return;
            }
            int end = body + Integer.parseInt(value(text, "Content-Length: ", header));
            if (end > text.length()) {
                return;
            }
            assertThat(text.startsWith("\u00ff\u00d8", body)).as("a JPEG").isTrue();
            arrived(Math.round(Double.parseDouble(value(text, "X-Timestamp: ", header)) * 1000));
            parsed = end;
            header = text.indexOf("Content-Length: ", parsed);
        }
    }

    private static String value(String text, String name, int from) {
        int start = text.indexOf(name, from) + name.length();
        return text.substring(start, text.indexOf("\r\n", start));
    }
}
