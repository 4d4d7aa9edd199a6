import { MjpegPicture } from './mjpeg-picture';
import { showsMp4 } from './mp4-buffer';
import { Mp4Picture } from './mp4-picture';
import { chosenQuality, type Quality } from './quality';
import type { Showing, Transport } from './transport';

/** How the picture comes: as JPEGs ("compatible") or as H.264 ("smooth"). */
export type Way = 'smooth' | 'compatible';

/** Without a first picture for so long, the picture comes in the way that always works. */
const FIRST_PICTURE_MS = 3_000;
const LOOK_MS = 250;

/**
 * <porchlight-picture camera="1" viewing="42" name="Front door">: the live picture, in the best way that this browser can show
 * or in the one that was asked for. Without a viewing it stands still.
 */
export class PorchlightPicture extends HTMLElement implements Showing {
  static readonly observedAttributes = ['camera', 'viewing', 'name'];

  /** How the picture comes now. */
  way?: Way;
  private transport?: Transport;
  private lastSize = { width: 0, height: 0 };
  private wanted = chosenQuality();
  private smoothFailed = false;
  private waitingSince = 0;
  private hasShown = false;
  private timer = 0;
  private listeners = new AbortController();

  connectedCallback() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.timer = window.setInterval(() => this.look(), LOOK_MS);
    document.addEventListener('visibilitychange', () => this.awake(), { signal });
    window.addEventListener('online', () => this.awake(), { signal });
    // Some browsers keep the lines of a page that was left open for a while.
    window.addEventListener('pagehide', () => this.close(), { signal });
    this.open();
  }

  disconnectedCallback() {
    this.listeners.abort();
    window.clearInterval(this.timer);
    this.close();
  }

  attributeChangedCallback(attribute: string) {
    if (attribute === 'name') {
      this.label();
    } else if (this.isConnected) {
      this.open();
    }
  }

  /** Shows the picture as was chosen, if this browser can. */
  show(quality: Quality) {
    this.wanted = quality;
    this.smoothFailed = false;
    this.open();
  }

  /** The server was away: whatever is shown is old. */
  again() {
    this.open();
  }

  /** Called by the server: it has let go of a line that was too slow. */
  brokeOff() {
    if (this.transport instanceof MjpegPicture) {
      this.transport.broken();
    }
  }

  /** The picture's own size, also while it is asked for anew and the last one is still seen; width 0 before the first. */
  get size() {
    const now = this.transport?.size;
    if (now?.width) {
      this.lastSize = now;
    }
    return this.lastSize;
  }

  /** Whether pictures have come late for some seconds, as far as this can be told. */
  get isLate() {
    return this.transport?.isLate ?? false;
  }

  /** Lays the picture out in pixels of the page; until then it fills the page by itself. */
  lay(left: number, top: number, width: number, height: number) {
    const place = { left, top, width, height };
    Object.entries(place).forEach(([side, pixels]) => this.style.setProperty(`--pl-picture-${side}`, `${pixels}px`));
    this.setAttribute('laid-out', '');
  }

  /** Whether the picture can leave the page for a small window of its own: as a video, where the browser has such windows. */
  get canFloat() {
    return document.pictureInPictureEnabled && this.video !== undefined;
  }

  /** To the small window, or back from it. */
  async float() {
    const { video } = this;
    if (document.pictureInPictureElement) {
      await document.exitPictureInPicture();
    } else if (video) {
      const back = () => (video.disablePictureInPicture = true);
      video.disablePictureInPicture = false; // see mp4-picture.ts
      video.addEventListener('leavepictureinpicture', back, { once: true });
      try {
        await video.requestPictureInPicture();
      } catch (refused) {
        console.debug('No small window:', refused);
        back();
      }
    }
  }

  private get video() {
    const element = this.transport?.element;
    return element instanceof HTMLVideoElement ? element : undefined;
  }

  // ---- Told by the transport

  shown() {
    this.hasShown = true;
  }

  failed() {
    if (this.way === 'smooth') {
      this.smoothFailed = true;
      this.open();
    }
  }

  get away() {
    return this.closest('.lost, .connecting, .ended') !== null;
  }

  // ----

  private open() {
    const viewing = this.getAttribute('viewing');
    if (!viewing) {
      return; // what was shown last stays, in grey
    }
    const way = this.wanted === 'compatible' || this.smoothFailed || !showsMp4() ? 'compatible' : 'smooth';
    if (way !== this.way || !this.transport) {
      this.close();
      this.way = way;
      this.transport = way === 'smooth' ? new Mp4Picture(this) : new MjpegPicture(this);
      this.transport.element.classList.add('pl-picture');
      this.label();
      this.replaceChildren(this.transport.element);
    }
    this.hasShown = false;
    this.waitingSince = performance.now();
    const kind = way === 'smooth' ? 'mp4' : 'mjpeg';
    this.transport.open(`live/${this.getAttribute('camera')}.${kind}?viewing=${viewing}`);
  }

  private close() {
    this.transport?.close();
    this.transport = undefined;
  }

  private awake() {
    if (!document.hidden) {
      this.waitingSince = performance.now();
      this.transport?.awake();
    }
  }

  private look() {
    const now = performance.now();
    if (this.hasShown || this.away || document.hidden) {
      this.waitingSince = now;
    } else if (now - this.waitingSince > FIRST_PICTURE_MS) {
      this.failed();
    }
  }

  /** The alternative text, which HTML knows of images only; scripts find the picture by it, however it comes. */
  private label() {
    const name = this.getAttribute('name') ?? '';
    this.transport?.element.setAttribute('alt', name);
    this.video?.setAttribute('aria-label', name);
  }
}

customElements.define('porchlight-picture', PorchlightPicture);
