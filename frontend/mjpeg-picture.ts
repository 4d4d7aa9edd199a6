import { retryAfter, type Showing, type Transport } from './transport';

/** How often the picture is looked at; as often as given by STUCK_LOOKS without any change, it is asked for anew. */
const LOOK_MS = 4_000;
const STUCK_LOOKS = 3;

/** The live picture as JPEGs in an <img>, each in the place of the one before: works in every browser. */
export class MjpegPicture implements Transport {
  readonly element = document.createElement('img');
  private address = '';
  private failures = 0;
  private retryTimer = 0;
  private lastLook = '';
  private sameLooks = 0;
  private readonly timers = [
    window.setInterval(() => this.look(), LOOK_MS),
    window.setInterval(() => this.size.width && this.showing.shown(), 250),
  ];

  constructor(private readonly showing: Showing) {
    this.element.addEventListener('load', () => (this.failures = 0));
    this.element.addEventListener('error', () => this.broken());
  }

  get size() {
    return { width: this.element.naturalWidth, height: this.element.naturalHeight };
  }

  open(address: string) {
    this.address = address;
    this.element.src = address;
  }

  awake() {
    // A look at the next occasion decides.
    this.sameLooks = Math.max(this.sameLooks, STUCK_LOOKS - 1);
  }

  close() {
    this.timers.forEach((timer) => window.clearInterval(timer));
    window.clearTimeout(this.retryTimer);
    this.address = '';
    this.element.removeAttribute('src'); // taken from the page alone, it would go on loading
  }

  /** Nothing more comes: asks anew soon. */
  broken() {
    if (this.address) {
      window.clearTimeout(this.retryTimer);
      this.retryTimer = window.setTimeout(() => this.reload(), retryAfter(this.failures++));
    }
  }

  private reload() {
    this.sameLooks = 0;
    this.element.src = `${this.address}&again=${Math.round(performance.now())}`;
  }

  /**
   * Browsers do not tell when a stream of pictures ends (Chromium) or stands still (all). The server says when it has ended
   * one; where it cannot, compare what is shown. A true camera never gives the same picture twice; where one does, asking
   * anew does no harm.
   */
  private look() {
    if (!this.size.width || document.hidden || this.showing.away) {
      this.sameLooks = 0;
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 36;
    const context = canvas.getContext('2d')!;
    context.drawImage(this.element, 0, 0, canvas.width, canvas.height);
    const look = context.getImageData(0, 0, canvas.width, canvas.height).data.join();
    this.sameLooks = look === this.lastLook ? this.sameLooks + 1 : 0;
    this.lastLook = look;
    if (this.sameLooks >= STUCK_LOOKS) {
      this.reload();
    }
  }
}
