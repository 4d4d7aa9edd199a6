package org.porchlight.media;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.porchlight.media.Demuxer.Demuxed;

/** A camera that speaks RTSP, as little of it as a client needs, and that stops answering where it is told to. */
final class RtspPeer extends LocalPeer {

    /** From which request on it takes everything and says nothing. */
    enum HangsAt {
        CONNECT(""),
        DESCRIBE("DESCRIBE"),
        STREAM("PLAY"),
        NEVER("never");

        private final String method;

        HangsAt(String method) {
            this.method = method;
        }
    }

    private static final int PICTURES_A_SECOND = 15;

    private final List<Demuxed> pictures;
    private final boolean parametersBeside;
    private final Semaphore allowed = new Semaphore(0);
    private volatile HangsAt hangsAt;

    /** @param parametersBeside whether the parameters of its H.264 are told before the stream, too */
    RtspPeer(HangsAt hangsAt, boolean parametersBeside) throws IOException {
        this(hangsAt, parametersBeside, pictures("size-changes.ts").subList(0, 15));
    }

    private RtspPeer(HangsAt hangsAt, boolean parametersBeside, List<Demuxed> pictures) throws IOException {
        this.hangsAt = hangsAt;
        this.parametersBeside = parametersBeside;
        this.pictures = pictures;
    }

    /** A camera that is well and shows all of one of the test's streams, again and again. */
    static RtspPeer showing(String stream) throws IOException {
        RtspPeer peer = new RtspPeer(HangsAt.NEVER, true, pictures(stream));
        peer.show(1_000);
        return peer;
    }

    private static List<Demuxed> pictures(String stream) throws IOException {
        return TestStreams.read(TestStreams.file(stream)).packets();
    }

    Source source() {
        return Source.parse("rtsp://127.0.0.1:" + port() + "/door");
    }

    /** May send as many pictures more. */
    void show(int count) {
        allowed.release(count);
    }

    /** Answers from now on, also what it was asked before. */
    void wakesUp() {
        synchronized (this) {
            hangsAt = HangsAt.NEVER;
            notifyAll();
        }
    }

    @Override
    void serve(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String method = line.split(" ", 2)[0];
            String sequence = "";
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                sequence = header.startsWith("CSeq:") ? header : sequence;
            }
            hangIfDue(method);
            answer(out, method, sequence);
            if (method.equals("PLAY")) {
                Thread.ofVirtual().start(() -> play(out));
            }
        }
    }

    private synchronized void hangIfDue(String method) {
        while (hangsAt == HangsAt.CONNECT || hangsAt.method.equals(method)) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void answer(DataOutputStream out, String method, String sequence) throws IOException {
        String more = switch (method) {
            case "OPTIONS" -> "Public: OPTIONS, DESCRIBE, SETUP, PLAY\r\n";
            case "SETUP" -> "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n";
            case "PLAY" -> "Session: 1\r\n";
            default -> "";
        };
        String body = method.equals("DESCRIBE") ? description() : "";
        if (!body.isEmpty()) {
            more = "Content-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n";
        }
        synchronized (out) {
            out.writeBytes("RTSP/1.0 200 OK\r\n" + sequence + "\r\n" + more + "\r\n" + body);
            out.flush();
        }
    }

    private String description() {
        H264Parameters parameters = H264Unit.of(pictures.getFirst().bytes(), 0).parameters();
        Base64.Encoder base64 = Base64.getEncoder();
        String beside = parametersBeside
                ? ";sprop-parameter-sets="
                        + base64.encodeToString(parameters.sps().getFirst()) + ","
                        + base64.encodeToString(parameters.pps().getFirst())
                : "";
        return "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=door\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
                + "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1" + beside + "\r\na=control:track\r\n";
    }

    /** Each picture's parts in an RTP packet of their own, when it is due and allowed. */
    private void play(DataOutputStream out) {
        long begin = System.nanoTime();
        int sequence = 0;
        try {
            for (int number = 0; ; number++) {
                allowed.acquire();
                long due = begin + number * 1_000_000_000L / PICTURES_A_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                List<byte[]> parts =
                        parts(pictures.get(number % pictures.size()).bytes());
                synchronized (out) {
                    for (int i = 0; i < parts.size(); i++) {
                        byte[] part = parts.get(i);
                        ByteBuffer rtp = ByteBuffer.allocate(16 + part.length);
                        rtp.put((byte) '$').put((byte) 0).putShort((short) (12 + part.length));
                        boolean last = i == parts.size() - 1;
                        rtp.put((byte) 0x80).put((byte) (last ? 0x80 | 96 : 96)).putShort((short) sequence++);
                        rtp.putInt(shown(number)).putInt(1).put(part);
                        out.write(rtp.array());
                    }
                    out.flush();
                }
            }
        } catch (IOException e) {
            // whoever looked has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** RTP tells when a picture is shown, in 90,000ths of a second; with B-frames that is not the order in which they come. */
    private int shown(int number) {
        int round = number / pictures.size();
        Demuxed picture = pictures.get(number % pictures.size());
        long intoTheRound = picture.ptsMicros() - pictures.getFirst().ptsMicros();
        return (int) (round * pictures.size() * (90_000L / PICTURES_A_SECOND) + intoTheRound * 9 / 100);
    }

    private static List<byte[]> parts(byte[] packet) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (int i = 0; i < packet.length; i++) {
            boolean code = i + 2 < packet.length
                    && packet[i] == 0
                    && packet[i + 1] == 0
                    && (packet[i + 2] == 1 || (i + 3 < packet.length && packet[i + 2] == 0 && packet[i + 3] == 1));
            if (code) {
                addTo(parts, part);
                i += packet[i + 2] == 1 ? 2 : 3;
            } else {
                part.write(packet[i]);
            }
        }
        addTo(parts, part);
        return parts;
    }

    private static void addTo(List<byte[]> parts, ByteArrayOutputStream part) {
        if (part.size() > 0) {
            parts.add(part.toByteArray());
            part.reset();
        }
    }
}
