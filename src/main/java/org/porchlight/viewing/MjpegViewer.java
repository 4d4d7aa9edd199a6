package org.porchlight.viewing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the live picture. It gets the newest picture each time it has taken the last one, so a slow one sees fewer
 * pictures, not older ones. Nothing here waits. Guarded by itself.
 *
 * <p>What the system holds back for a slow reader grows old there and cannot be taken back: about as much as two pictures and
 * a half. A reader that takes a picture in {@link #QUICK_NANOS} sees none older than three and a half times that; one that does
 * not manage it for {@link #LET_GO_NANOS} is let go before what it sees is older than 2 s.
 */
final class MjpegViewer implements Callback {

    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** A reader that was ready for so long waited for us: it is not behind. */
    private static final long WAITED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LET_GO_NANOS = TimeUnit.MILLISECONDS.toNanos(1_400);

    /**
     * While no picture comes, something is sent that often, the last picture if there is one: it shows whether the reader is
     * still there.
     */
    private static final long SIGN_OF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MjpegBroadcast broadcast;
    private final Viewings viewings;
    private final long viewing;
    private final ViewerSocket socket;
    private final OnEnd onEnd;

    private MultipartJpeg.@Nullable Part sending;
    /** Since when it is as it is: ready for a picture, or busy with one. */
    private long sinceNanos = System.nanoTime();

    private long slowSinceNanos = sinceNanos;
    private boolean quick = true;
    private long shownMicros = Long.MIN_VALUE;
    private int room;
    private boolean begun;
    private boolean ready = true;
    private boolean writing;
    private boolean letGo;
    private boolean ended;

    /** Told when a reader gets nothing more. */
    interface OnEnd {

        /** @param letGo whether it was too slow, and does not know yet that nothing more comes */
        void ended(boolean letGo);
    }

    /** @param onEnd called once, on a thread of its own, when nothing is written any more */
    MjpegViewer(MjpegBroadcast broadcast, Viewings viewings, long viewing, ViewerSocket socket, OnEnd onEnd) {
        this.broadcast = broadcast;
        this.viewings = viewings;
        this.viewing = viewing;
        this.socket = socket;
        this.onEnd = onEnd;
    }

    /** Sends the newest picture, if there is one that the reader has not seen. */
    synchronized void catchUp() {
        MultipartJpeg.Part newest = broadcast.newest();
        if (newest != null) {
            try (newest) {
                offer(newest);
            }
        }
    }

    /** Sends a picture, unless the reader is still busy with another or has seen it. */
    synchronized void offer(MultipartJpeg.Part picture) {
        if (ready && picture.picture().ptsMicros() > shownMicros) {
            send(picture);
        }
    }

    /** Whatever has to happen without a picture; called a few times a second. */
    synchronized void lookAfter(long nowNanos) {
        if (!viewings.isOpen(viewing)) {
            if (!ready) {
                socket.abort(new IOException(
                        "The viewing has ended")); // what it was not quick enough to take, it does not get
            }
            end();
        } else if (ready && nowNanos - sinceNanos > SIGN_OF_LIFE_NANOS) {
            showLife();
        } else if (!ready && nowNanos - slowSinceNanos > LET_GO_NANOS) {
            letGo = true;
            socket.abort(new IOException("The reader is too slow for live pictures"));
        }
    }

    private void showLife() {
        MultipartJpeg.Part last = broadcast.last();
        if (last != null) {
            try (last) {
                send(last);
            }
        } else {
            write(ByteBuffer.wrap(MultipartJpeg.PREAMBLE));
        }
    }

    private void send(MultipartJpeg.Part picture) {
        makeRoom(picture.size());
        sending = picture.use();
        shownMicros = picture.picture().ptsMicros();
        if (begun) {
            write(picture.bytes());
        } else {
            begun = true;
            write(ByteBuffer.wrap(MultipartJpeg.START), picture.bytes());
        }
    }

    /** For one picture, so that it can be sent in one go: the system takes twice what it is told, for its own use too. */
    private void makeRoom(int bytes) {
        if (bytes > room) {
            room = bytes + bytes / 4;
            socket.holdAbout(room);
        }
    }

    private void write(ByteBuffer... bytes) {
        ready = false;
        long now = System.nanoTime();
        if (quick || now - sinceNanos > WAITED_NANOS) {
            slowSinceNanos = now;
        }
        sinceNanos = now;
        writing = true;
        socket.write(this, bytes);
        writing = false;
    }

    /** By Jetty, when all is written: before {@link #write} returns, or as soon as the reader has made room. */
    @Override
    public synchronized void succeeded() {
        if (ended) {
            return;
        }
        ready = true;
        long now = System.nanoTime();
        quick = now - sinceNanos < QUICK_NANOS;
        sinceNanos = now;
        if (sending == null) {
            viewings.renew(viewing);
        } else {
            viewings.delivered(viewing, sending.size());
            sending.close();
            sending = null;
        }
        if (!writing) {
            catchUp();
        }
    }

    /** By Jetty, when the reader has gone, as readers do. */
    @Override
    public void failed(Throwable gone) {
        end();
    }

    /** Nothing here waits: Jetty need not look for a thread to call from. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Nothing is written any more. A part that Jetty still has in its hands is not used again. */
    synchronized void end() {
        if (!ended) {
            ended = true;
            ready = false;
            sending = null;
            broadcast.leave(this);
            boolean tooSlow = letGo;
            Thread.startVirtualThread(() -> onEnd.ended(tooSlow));
        }
    }
}
