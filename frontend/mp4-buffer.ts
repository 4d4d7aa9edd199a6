import { joined, type Piece } from './mp4-boxes';

/**
 * What lies between what is shown and what has come in, beyond one picture: as little as plays evenly. Seconds, and of what there
 * is beyond the least what is given up each second.
 */
const EDGE = { least: 0.03, most: 0.4, moreWhenDry: 0.05, lessEachSecond: 0.05 };
/** Pictures that come so unevenly are evened out by waiting; what comes even later was held up once. Seconds. */
const UNEVEN = 0.15;
/** How much faster or slower than life it plays for each second too far behind or too close, in which steps and bounds. */
const STEER = { by: 2, step: 0.05, least: 0.9, most: 1.2 };
/** Further behind than this is not caught up with by playing faster. Seconds. */
const JUMP_BEHIND = 0.8;
/** How much is kept of what was played, and how much may lie there until the rest is thrown away. Seconds. */
const KEEP = { least: 5, most: 15 };
/** More than this waiting to be decoded means that the decoder has given up. */
const MOST_WAITING_BYTES = 16 << 20;

// An iPhone has ManagedMediaSource alone, other browsers MediaSource; Safari on a Mac has both.
const Source: typeof MediaSource | undefined =
  window.MediaSource ?? (window as { ManagedMediaSource?: typeof MediaSource }).ManagedMediaSource;

/** Whether this browser can show H.264 as it comes in. */
export function showsMp4() {
  return Source?.isTypeSupported('video/mp4; codecs="avc1.42c01f"') ?? false;
}

/** A piece, and what is to be added to the times in it. */
interface Placed {
  piece: Piece;
  offset: number;
}

/**
 * Has a <video> play the pieces of a live MP4 close behind their coming in. Its timeline has no holes: after a camera that was
 * away, and after pictures that were left out, it goes on where the last picture ended.
 */
export class Mp4Buffer {
  private readonly source = new Source!();
  private readonly listeners = new AbortController();
  private buffer?: SourceBuffer;
  private waiting: Placed[] = [];
  private waitingBytes = 0;
  /** The last fragment; none directly after a header. */
  private last?: { time: number; duration: number };
  private offset = 0;
  /** Where the timeline ends. */
  private end = 0;
  private edge = EDGE.least;

  /** @param broken told when the browser cannot go on with this buffer; another one may do */
  constructor(private readonly video: HTMLVideoElement, private readonly broken: (why: unknown) => void) {
    const { signal } = this.listeners;
    const address = URL.createObjectURL(this.source);
    this.source.addEventListener('sourceopen', () => {
      URL.revokeObjectURL(address);
      this.pump();
    }, { signal, once: true });
    video.addEventListener('error', () => broken(video.error), { signal });
    video.addEventListener('waiting', () => this.dry(), { signal });
    video.disableRemotePlayback = true; // else Safari never opens a ManagedMediaSource
    video.src = address;
  }

  close() {
    this.listeners.abort();
    this.waiting = [];
  }

  /** @param late how much later than the line has shown that it can a picture has come, in seconds */
  append(piece: Piece, late = 0) {
    if (piece.kind === 'header') {
      this.last = undefined;
    } else {
      const step = this.last ? piece.time - this.last.time : 0;
      if (!this.last || step <= 0 || step > 2 * this.last.duration) {
        this.offset = this.end - piece.time;
      }
      this.last = piece;
      this.edge = Math.max(this.edge, EDGE.least + Math.min(late, UNEVEN));
      this.end = piece.time + this.offset + piece.duration;
    }
    this.waiting.push({ piece, offset: this.offset });
    this.waitingBytes += piece.bytes.length;
    if (this.waitingBytes > MOST_WAITING_BYTES) {
      this.broken('The decoder takes nothing more');
    } else {
      this.pump();
    }
  }

  /** Plays a little faster or slower to stay close behind the newest picture; jumps where that would take too long. */
  toTheEdge() {
    const { video } = this;
    const last = video.buffered.length - 1;
    if (last < 0 || video.seeking) {
      return;
    }
    const begin = video.buffered.start(last);
    const end = video.buffered.end(last);
    const wanted = this.edge + (this.last?.duration ?? 0);
    const late = end - video.currentTime - wanted;
    if (late > JUMP_BEHIND || video.currentTime < begin || video.currentTime > end) {
      video.currentTime = Math.max(begin, end - wanted);
    }
    const wish = 1 + Math.round((STEER.by * late) / STEER.step) * STEER.step;
    const rate = Math.min(STEER.most, Math.max(STEER.least, wish));
    if (video.playbackRate !== rate) {
      video.playbackRate = rate;
    }
  }

  /** To be called every second: after a while less may lie ready again. */
  relax() {
    this.edge -= (this.edge - EDGE.least) * EDGE.lessEachSecond;
  }

  /** Run dry: on this line, or in this browser, a little more has to lie ready. */
  private dry() {
    this.edge = Math.min(EDGE.most, this.edge + EDGE.moreWhenDry);
  }

  /** Gives the browser what waits, a header or as many fragments as there are. */
  private pump() {
    if (!this.waiting.length || this.source.readyState !== 'open' || this.buffer?.updating) {
      return;
    }
    const [{ piece, offset }] = this.waiting;
    const count = this.waiting.findIndex((next) => next.piece.kind !== piece.kind || next.offset !== offset);
    const parts = this.waiting.splice(0, piece.kind === 'header' ? 1 : count < 0 ? this.waiting.length : count);
    const bytes = joined(parts.map((part) => part.piece.bytes));
    this.waitingBytes -= bytes.length;
    try {
      const buffer = this.bufferFor(piece);
      buffer.timestampOffset = offset;
      buffer.appendBuffer(bytes);
    } catch (error) {
      this.broken(error);
    }
  }

  private bufferFor(piece: Piece) {
    const type = piece.kind === 'header' ? `video/mp4; codecs="${piece.codec}"` : '';
    if (!this.buffer) {
      this.buffer = this.source.addSourceBuffer(type);
      this.buffer.addEventListener('updateend', () => this.appended(), { signal: this.listeners.signal });
    } else if (type) {
      this.buffer.changeType(type);
    }
    return this.buffer;
  }

  private appended() {
    this.toTheEdge();
    const { buffer, video } = this;
    if (buffer?.updating) {
      return; // the next piece came before the end of the last one was told; its own end calls this again
    }
    if (buffer?.buffered.length && video.currentTime - buffer.buffered.start(0) > KEEP.most) {
      buffer.remove(0, video.currentTime - KEEP.least); // its end calls this again
    } else {
      this.pump();
    }
  }
}
