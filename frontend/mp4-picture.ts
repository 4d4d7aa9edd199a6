import { Lateness } from './lateness';
import { BoxReader, type Piece } from './mp4-boxes';
import { Mp4Buffer } from './mp4-buffer';
import { retryAfter, type Showing, type Transport } from './transport';

const CHECK_MS = 1_000;
/** The server sends something every 5 s, also while there is no picture: nothing for so long means that the line is dead. */
const SILENT_MS = 12_000;
/** Pictures come in, and for so long none of them is shown. */
const STUCK_MS = 3_000;
/** A browser that breaks so often without showing anything in between does not get along with this picture. */
const MOST_BREAKS = 3;

/** The live picture as H.264 in a <video>: a tenth of the data of JPEGs, a moment behind them. */
export class Mp4Picture implements Transport {
  readonly element = document.createElement('video');
  private address = '';
  private connection = new AbortController();
  private buffer?: Mp4Buffer;
  private readonly lateness = new Lateness();
  private failures = 0;
  private breaks = 0;
  private heardAt = 0;
  private pictureAt = 0;
  private movedAt = 0;
  private retryTimer = 0;
  private readonly checkTimer = window.setInterval(() => this.check(), CHECK_MS);

  constructor(private readonly showing: Showing) {
    const { element } = this;
    element.muted = true; // browsers start by themselves only what makes no sound
    element.playsInline = true; // an iPhone would open its own player
    element.disablePictureInPicture = true; // Firefox and Edge lay a button over the picture
    this.watch();
  }

  get size() {
    return { width: this.element.videoWidth, height: this.element.videoHeight };
  }

  get isLate() {
    return this.lateness.isLate;
  }

  open(address: string) {
    this.address = address;
    this.failures = 0;
    void this.connect();
  }

  awake() {
    this.movedAt = performance.now();
    this.buffer?.toTheEdge();
    this.play(); // Chromium and Safari pause a muted video in a hidden tab
  }

  close() {
    window.clearInterval(this.checkTimer);
    window.clearTimeout(this.retryTimer);
    this.connection.abort();
    this.buffer?.close();
  }

  private async connect() {
    window.clearTimeout(this.retryTimer);
    this.connection.abort();
    const { signal } = (this.connection = new AbortController());
    this.heardAt = performance.now();
    try {
      const answer = await fetch(this.address, { signal, cache: 'no-store' });
      if (answer.ok && answer.body) {
        await this.read(answer.body.getReader());
      }
    } catch (error) {
      if (!signal.aborted) {
        console.debug('The live picture broke off:', error);
      }
    }
    if (!signal.aborted) {
      this.connectSoon();
    }
  }

  private connectSoon() {
    this.connection.abort();
    window.clearTimeout(this.retryTimer);
    this.retryTimer = window.setTimeout(() => void this.connect(), retryAfter(this.failures++));
    this.heardAt = Infinity; // nothing is awaited until then
  }

  private async read(body: ReadableStreamDefaultReader<Uint8Array>) {
    const boxes = new BoxReader();
    for (let chunk = await body.read(); !chunk.done; chunk = await body.read()) {
      this.heardAt = performance.now();
      boxes.push(chunk.value).forEach((piece) => this.take(piece));
    }
  }

  private take(piece: Piece) {
    if (!this.buffer) {
      if (piece.kind !== 'header') {
        return; // what was left of a line that was given up
      }
      this.buffer = new Mp4Buffer(this.element, (why) => this.broke(why));
      this.play();
    }
    let late = 0;
    if (piece.kind === 'fragment') {
      if (this.heardAt - this.pictureAt > CHECK_MS) {
        this.movedAt = this.heardAt; // the camera was away: only now may something be missed
      }
      this.pictureAt = this.heardAt;
      late = this.lateness.came(piece.time, this.heardAt);
    } else {
      this.lateness.forget();
    }
    this.buffer.append(piece, late / 1000);
  }

  private play() {
    this.element.play().catch((error: DOMException) => {
      // An iPhone that saves power plays nothing by itself. Whatever else ends a start is told as an error or begins anew.
      if (error.name === 'NotAllowedError') {
        this.showing.failed();
      }
    });
  }

  /** Notices every picture that is shown. */
  private watch() {
    const { element } = this;
    if ('requestVideoFrameCallback' in element) {
      element.requestVideoFrameCallback(() => {
        this.moved();
        this.watch();
      });
    } else {
      // Firefox before version 132.
      (element as HTMLVideoElement).addEventListener('timeupdate', () => this.moved());
    }
  }

  private moved() {
    this.movedAt = performance.now();
    this.failures = 0;
    this.breaks = 0;
    this.showing.shown();
  }

  private check() {
    const now = performance.now();
    this.buffer?.relax();
    if (now - this.heardAt > SILENT_MS) {
      void this.connect();
    } else if (!document.hidden && now - this.pictureAt < CHECK_MS && now - this.movedAt > STUCK_MS) {
      this.broke('Pictures come in, but none is shown');
    }
  }

  /** Begins anew, with another decoder. */
  private broke(why: unknown) {
    console.debug('The live picture begins anew:', why);
    this.buffer?.close();
    this.buffer = undefined;
    if (++this.breaks < MOST_BREAKS) {
      this.connectSoon();
    } else {
      this.showing.failed();
    }
  }
}
