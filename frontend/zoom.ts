import type { PorchlightPicture } from './picture';

/** Beyond this there is nothing more to see. */
const MOST = 6;
/** A double tap shows the whole of a picture that is cut, and comes closer to one that is not: cut by more than this. */
const CUT = 0.05;
const CLOSER = 2;
const STEP = 1.25;
/** How much of the page an arrow key moves the picture by. */
const PAN = 0.1;
/** Two taps so close to each other, in time and place, are one double tap. */
const DOUBLE_TAP = { ms: 350, pixels: 30 };

interface Point {
  x: number;
  y: number;
}

/**
 * What of the live picture is seen: as much as fills the page, the whole of it, or a part that was drawn closer, by wheel, by
 * fingers or by keys. Whatever is not the whole leaves no edge of the page empty.
 */
export class Zoom {
  /** 1 fills the page; less shows more of a picture that is cut by that. */
  private factor = 1;
  /** What stands in the middle of the page, of the picture's width and height. */
  private centre: Point = { x: 0.5, y: 0.5 };
  private readonly pointers = new Map<number, Point>();
  /** How far out the fingers that are down may go. */
  private least = 1;
  private lastTap = { at: 0, x: 0, y: 0 };
  private laidOut = '';

  /**
   * @param page what the picture fills
   * @param isPicture whether something on the page is not a control that lies over the picture
   * @param told what is to be told of every change
   */
  constructor(
    private readonly page: HTMLElement,
    private readonly isPicture: (target: Element) => boolean,
    private readonly told: () => void,
  ) {}

  /** Listens until the signal says that it is over. */
  listen(signal: AbortSignal) {
    const { page } = this;
    page.addEventListener('wheel', (wheel) => this.wheel(wheel), { signal, passive: false });
    page.addEventListener('pointerdown', (down) => this.down(down), { signal });
    page.addEventListener('pointermove', (move) => this.move(move), { signal });
    page.addEventListener('pointerup', (up) => this.up(up), { signal });
    page.addEventListener('pointercancel', (gone) => this.pointers.delete(gone.pointerId), { signal });
    const resized = new ResizeObserver(() => this.layOut());
    resized.observe(page);
    signal.addEventListener('abort', () => resized.disconnect());
  }

  get isCloser() {
    return this.factor > 1;
  }

  get showsAll() {
    return this.factor < 1;
  }

  /** As a page says it: "2.0×". */
  get words() {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `${new Intl.NumberFormat(document.documentElement.lang || undefined, digits).format(this.factor)}×`;
  }

  /** Fills the page again: as in the beginning, or, after the whole picture, as it was before that. */
  reset() {
    if (this.isCloser) {
      this.centre = { x: 0.5, y: 0.5 };
    }
    this.change(1, this.middle, true);
  }

  closer() {
    this.change(this.showsAll ? 1 : this.factor * STEP, this.middle, true);
  }

  farther() {
    this.change(this.isCloser ? Math.max(1, this.factor / STEP) : this.whole, this.middle, true);
  }

  /** Moves what is seen by a step in these directions: 1 to the right or down, -1 to the left or up. */
  pan(right: number, down: number) {
    this.page.classList.add('gliding');
    this.drag(-right * PAN * this.page.clientWidth, -down * PAN * this.page.clientHeight);
  }

  /** To be called now and then: the picture may have got another size. */
  layOut() {
    const { picture, page } = this;
    const { width, height } = picture?.size ?? { width: 0, height: 0 };
    const laidOut = [width, height, page.clientWidth, page.clientHeight, this.factor, this.centre.x, this.centre.y].join();
    if (!picture || !width || laidOut === this.laidOut) {
      return;
    }
    const size = this.size(this.factor);
    const left = at(page.clientWidth, size.width, this.centre.x);
    const top = at(page.clientHeight, size.height, this.centre.y);
    picture.lay(left, top, size.width, size.height);
    this.laidOut = laidOut;
    page.toggleAttribute('zoomed', this.isCloser);
    page.toggleAttribute('wide', this.showsAll);
    this.told();
  }

  private get picture() {
    return this.page.querySelector<PorchlightPicture>('porchlight-picture');
  }

  private get middle(): Point {
    return { x: this.page.clientWidth / 2, y: this.page.clientHeight / 2 };
  }

  /** The picture's size on the page. */
  private size(factor: number) {
    const { width, height } = this.picture?.size ?? { width: 0, height: 0 };
    const scale = factor * Math.max(this.page.clientWidth / (width || 1), this.page.clientHeight / (height || 1));
    return { width: width * scale, height: height * scale };
  }

  /** The factor that shows the whole picture. */
  private get whole() {
    const { width, height } = this.size(1);
    return width ? Math.min(this.page.clientWidth / width, this.page.clientHeight / height) : 1;
  }

  /** Comes to that factor, with what is at a point of the page staying there. */
  private change(factor: number, point: Point, glide: boolean) {
    const before = this.size(this.factor);
    const now = this.size(factor);
    if (!before.width) {
      return;
    }
    const { page, middle } = this;
    // A picture that was shown whole glides back to where it was before; under fingers it grows from where it lies.
    const from = glide ? this.centre : {
      x: within(page.clientWidth / before.width / 2, this.centre.x) ?? 0.5,
      y: within(page.clientHeight / before.height / 2, this.centre.y) ?? 0.5,
    };
    const onPicture = {
      x: from.x + (point.x - middle.x) / before.width,
      y: from.y + (point.y - middle.y) / before.height,
    };
    this.factor = Math.abs(factor - 1) < 0.01 ? 1 : factor;
    page.classList.toggle('gliding', glide);
    this.look(onPicture.x - (point.x - middle.x) / now.width, onPicture.y - (point.y - middle.y) / now.height);
  }

  private drag(right: number, down: number) {
    const { width, height } = this.size(this.factor);
    if (width) {
      this.look(this.centre.x - right / width, this.centre.y - down / height);
    }
  }

  /** Has that in the middle, as nearly as the edges of the picture let it. */
  private look(x: number, y: number) {
    const { page, centre } = this;
    const { width, height } = this.size(this.factor);
    this.centre = {
      x: within(page.clientWidth / width / 2, x) ?? (this.showsAll ? centre.x : 0.5),
      y: within(page.clientHeight / height / 2, y) ?? (this.showsAll ? centre.y : 0.5),
    };
    this.layOut();
  }

  // ---- Wheel and pointers

  private wheel(wheel: WheelEvent) {
    if (!this.isPicture(wheel.target as Element)) {
      return;
    }
    wheel.preventDefault();
    const pixels = wheel.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheel.deltaY * 16 : wheel.deltaY;
    // Fingers on a touchpad come as small turns with Ctrl.
    const wished = this.factor * Math.exp(-pixels * (wheel.ctrlKey ? 0.01 : 0.002));
    this.change(Math.min(MOST, Math.max(Math.min(1, this.factor), wished)), this.onPage(wheel), false);
  }

  private down(down: PointerEvent) {
    if (this.isPicture(down.target as Element) && down.button === 0) {
      this.pointers.set(down.pointerId, this.onPage(down));
      this.page.setPointerCapture(down.pointerId); // a drag may go on beside the page
      this.least = this.factor > 1 ? 1 : this.whole;
    }
  }

  private move(move: PointerEvent) {
    const before = this.pointers.get(move.pointerId);
    if (!before) {
      return;
    }
    const now = this.onPage(move);
    const [other] = [...this.pointers].filter(([id]) => id !== move.pointerId).map(([, point]) => point);
    this.pointers.set(move.pointerId, now);
    this.page.classList.remove('gliding');
    if (other) {
      const wished = (this.factor * distance(now, other)) / Math.max(1, distance(before, other));
      this.drag((now.x - before.x) / 2, (now.y - before.y) / 2);
      const between = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.change(Math.min(MOST, Math.max(this.least, wished)), between, false);
    } else {
      this.drag(now.x - before.x, now.y - before.y);
    }
  }

  private up(up: PointerEvent) {
    if (this.pointers.delete(up.pointerId) && !this.pointers.size) {
      const tap = { at: up.timeStamp, ...this.onPage(up) };
      if (tap.at - this.lastTap.at < DOUBLE_TAP.ms && distance(tap, this.lastTap) < DOUBLE_TAP.pixels) {
        this.doubleTap(tap);
        tap.at = 0; // a third one is no other
      }
      this.lastTap = tap;
    }
  }

  private doubleTap(point: Point) {
    if (this.factor !== 1) {
      this.reset();
    } else if (this.whole < 1 - CUT) {
      this.change(this.whole, this.middle, true);
    } else {
      this.change(CLOSER, point, true);
    }
  }

  private onPage(event: MouseEvent): Point {
    const { left, top } = this.page.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

/** Where a side of that size begins, on a page that has so much room; its edges do not come into the page. */
function at(room: number, size: number, centre: number) {
  const half = within(room / size / 2, centre) ?? 0.5;
  return room / 2 - half * size;
}

/** The middle that leaves no edge empty, when so much of a side is seen to each hand; undefined when all of it is. */
function within(half: number, middle: number) {
  return half < 0.5 ? Math.min(1 - half, Math.max(half, middle)) : undefined;
}

function distance(a: Point, b: Point) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
