/**
 * <porchlight-live>: what of the live page has to happen in the browser. The server builds everything inside of it
 * (LiveView.java) and says what is so; this element lets time pass in it: the clock, the length of the recording, the
 * countdown to the next attempt. It tells the server every few seconds that somebody still looks, notices when the server is
 * gone, and lets the controls fade. The picture itself is picture.ts's, and how much of it is seen zoom.ts's.
 */
import type { PorchlightPicture } from './picture';
import type { PorchlightQuality, Quality } from './quality';
import { ScreenOn } from './screen-on';
import { Zoom } from './zoom';
import './picture';
import './quality';

/** How often the server hears of us; a viewing whose lease of 30 s is not renewed ends. */
const BEAT_MS = 10_000;
/** A server that has not answered for so long is gone: whatever is shown is not live. */
const GONE_AFTER_MS = 15_000;
const STILL_MS = 4_000;
/** What is pressed or read rather than dragged. */
const CONTROLS = 'vaadin-button, vaadin-context-menu, a, .pl-panel, .pl-saved, porchlight-quality';
/** Where single keys mean something else. */
const KEYS_OF_THEIR_OWN = 'input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=alertdialog]';
const DIALOG = '[role=dialog][opened], [role=alertdialog][opened]';
/** What keys press. */
const BUTTONS: Record<string, string> = {
  r: '.pl-record', s: '.pl-snapshot', f: '.pl-full', p: '.pl-float', '?': '.pl-help',
  arrowleft: '.pl-prev', arrowright: '.pl-next',
};
const ARROWS: Record<string, [right: number, down: number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

interface Beat {
  /** Milliseconds since 1970 on the server. */
  now: number;
  /** What the house's clocks are ahead of UTC. */
  offsetMs: number;
}

class PorchlightLive extends HTMLElement {
  private declare $server: { alive(): Promise<Beat>; late(isLate: boolean): void };
  private timers: number[] = [];
  private stillTimer = 0;
  private skewMs = 0;
  private offsetMs = 0;
  private heardAt = 0;
  private wasGone = false;
  private wasLate = false;
  private readonly screen = new ScreenOn();
  private readonly zoom = new Zoom(this, (target) => !target.closest(CONTROLS), () => this.zoomed());
  private listeners = new AbortController();

  connectedCallback() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.heardAt = performance.now();
    this.timers = [
      window.setInterval(() => this.tick(), 250),
      window.setInterval(() => this.beat(), BEAT_MS),
    ];
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel']) {
      this.addEventListener(sign, () => this.stir(), { signal, passive: true });
    }
    // A finger on controls that have faded brings them back and presses none of them.
    this.addEventListener('pointerdown', (touch) => this.wake(touch), { signal, capture: true });
    this.addEventListener('click', (click) => this.press(click), { signal });
    this.addEventListener('quality', (choice) => this.picture?.show((choice as CustomEvent<Quality>).detail), { signal });
    document.addEventListener('keydown', (key) => this.key(key), { signal });
    document.addEventListener('visibilitychange', () => this.back(), { signal });
    document.addEventListener('fullscreenchange', () => this.toggleAttribute('full', !!document.fullscreenElement), { signal });
    window.addEventListener('online', () => this.back(), { signal });
    // Back from the browser's cache of whole pages the server knows nothing of this one any more.
    window.addEventListener('pageshow', (show) => show.persisted && window.location.reload(), { signal });
    this.zoom.listen(signal);
    this.stir();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.timers.forEach((timer) => window.clearInterval(timer));
    window.clearTimeout(this.stillTimer);
    this.screen.letGo();
  }

  /** Called by the server: sets the clock of this page by the house's. */
  heard(beat: Beat) {
    this.skewMs = beat.now - Date.now();
    this.offsetMs = beat.offsetMs;
    this.heardAt = performance.now();
    this.tick();
  }

  private get picture() {
    return this.querySelector<PorchlightPicture>('porchlight-picture');
  }

  private get quality() {
    return this.querySelector<PorchlightQuality>('porchlight-quality');
  }

  private has(state: string) {
    return this.classList.contains(state);
  }

  // ---- Time

  private now() {
    return Date.now() + this.skewMs;
  }

  private tick() {
    this.text('.pl-clock', this.clock());
    const recordingSince = Number(this.getAttribute('recording-since'));
    this.text('.pl-elapsed', recordingSince ? asTime(this.now() - recordingSince) : '');
    const retryAt = Number(this.getAttribute('retry-at'));
    const seconds = Math.ceil((retryAt - this.now()) / 1000);
    this.text('.pl-retry', ({ soon, now }) => (retryAt && seconds > 0 ? soon!.replace('{0}', String(seconds)) : now));
    const way = this.picture?.way;
    this.text('.pl-way', (words) => (this.querySelector('.pl-conn.slow') ? words.slow : way && words[way]));
    this.feel();
    this.screen.hold(!['lost', 'connecting', 'shut', 'ended'].some((state) => this.has(state)) && !this.hasAttribute('gone'));
    this.querySelector('.pl-float')?.toggleAttribute('hidden', !this.picture?.canFloat);
    this.zoom.layOut();
    this.tellLateness();
  }

  /** Whether the server is still there. */
  private feel() {
    const silence = performance.now() - this.heardAt;
    const gone = silence > GONE_AFTER_MS;
    if (gone && !this.wasGone) {
      this.text('.pl-gone-since', this.clock(-silence));
    }
    this.wasGone ||= gone;
    this.toggleAttribute('gone', gone);
  }

  private tellLateness() {
    const isLate = this.picture?.isLate ?? false;
    if (isLate !== this.wasLate) {
      this.wasLate = isLate;
      this.$server.late(isLate);
    }
  }

  /** The house's time of day, so many milliseconds from now. */
  private clock(later = 0) {
    return new Date(this.now() + this.offsetMs + later).toISOString().slice(11, 19);
  }

  /** @param said the text, or which of the words that the server gave the element */
  private text(where: string, said: string | ((words: DOMStringMap) => string | undefined)) {
    const element = this.querySelector<HTMLElement>(where);
    const text = typeof said === 'string' ? said : (element && said(element.dataset)) ?? '';
    if (element && element.textContent !== text) {
      element.textContent = text;
    }
  }

  private async beat() {
    try {
      this.heard(await this.$server.alive());
    } catch {
      return; // The server is gone, or the session is over: what is heard no more, tick() shows.
    }
    if (this.wasGone) {
      this.wasGone = false;
      this.picture?.again();
    }
  }

  /** The page may have slept: say so at once. */
  private back() {
    if (document.visibilityState === 'visible') {
      void this.beat();
    }
  }

  // ---- Controls

  private stir() {
    this.classList.remove('quiet');
    window.clearTimeout(this.stillTimer);
    this.stillTimer = window.setTimeout(() => this.fade(), STILL_MS);
  }

  private fade() {
    const used = this.querySelector(':focus-visible') !== null || this.quality?.isOpen;
    if (used || ['recording', 'lost', 'shut', 'ended', 'noted', 'saved'].some((state) => this.has(state))) {
      this.stir();
    } else {
      this.classList.add('quiet');
    }
  }

  private wake(touch: PointerEvent) {
    if (touch.pointerType === 'touch' && this.has('quiet')) {
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      this.addEventListener('click', swallow, { capture: true, once: true });
      // A drag makes no click.
      window.setTimeout(() => this.removeEventListener('click', swallow, { capture: true }), 500);
    }
  }

  private press(click: Event) {
    const target = click.target as Element;
    if (target.closest('.pl-full')) {
      this.full();
    } else if (target.closest('.pl-float')) {
      void this.picture?.float();
    } else if (target.closest('.pl-zoom')) {
      this.zoom.reset();
    }
    const snapshot = target.closest<HTMLAnchorElement>('a.pl-snapshot');
    if (snapshot) {
      const day = new Date(this.now() + this.offsetMs).toISOString().slice(0, 10);
      snapshot.download = `${snapshot.dataset.camera} ${day} ${this.clock().replace(/:/g, '.')}.jpg`;
    }
  }

  private key(key: KeyboardEvent) {
    const target = key.composedPath()[0] as Element;
    const isElsewhere = target.closest?.(KEYS_OF_THEIR_OWN) || document.querySelector(DIALOG) || this.quality?.isOpen;
    if (key.ctrlKey || key.metaKey || key.altKey || key.defaultPrevented || isElsewhere || this.has('ended')) {
      return;
    }
    this.stir();
    if (this.zoomKey(key)) {
      key.preventDefault();
    } else if (!key.repeat) {
      const button = this.querySelector<HTMLElement>(BUTTONS[key.key.toLowerCase()] ?? 'none');
      if (button && !button.hidden) {
        button.click();
      }
    }
  }

  /** Whether it was one of the keys that bring the picture closer or move it. */
  private zoomKey({ key }: KeyboardEvent) {
    const { zoom } = this;
    if (key === '+' || key === '=') {
      zoom.closer();
    } else if (key === '-') {
      zoom.farther();
    } else if (key === '0' || (key === 'Escape' && (zoom.isCloser || zoom.showsAll))) {
      zoom.reset();
    } else if (key in ARROWS && zoom.isCloser) {
      zoom.pan(...ARROWS[key]);
    } else {
      return false;
    }
    return true;
  }

  private zoomed() {
    this.text('.pl-zoom-factor', this.zoom.words);
  }

  private full() {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    } else if (this.requestFullscreen) {
      void this.requestFullscreen();
    } else {
      // iPhones have no full screen for pages; the whole window comes near it.
      this.toggleAttribute('full');
    }
  }
}

/** 00:12, or 1:00:12 from an hour on. */
function asTime(ms: number) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

customElements.define('porchlight-live', PorchlightLive);

export { PorchlightLive };
