/**
 * <porchlight-live>: what of the live page has to happen in the browser. The server builds everything inside of it
 * (LiveView.java) and says what is so; this element lets time pass in it: the clock, the length of the recording, the
 * countdown to the next attempt. It tells the server every few seconds that somebody still looks, notices when the server is
 * gone, and lets the controls fade. The picture itself is picture.ts's.
 */
import type { PorchlightPicture, Way } from './picture';
import type { PorchlightQuality, Quality } from './quality';
import './picture';
import './quality';

/** How often the server hears of us; a viewing whose lease of 30 s is not renewed ends. */
const BEAT_MS = 10_000;
/** A server that has not answered for so long is gone: whatever is shown is not live. */
const GONE_AFTER_MS = 15_000;
const STILL_MS = 4_000;
/** What is pressed or read rather than dragged. */
const CONTROLS = 'vaadin-button, a, .pl-panel, porchlight-quality';
const WAYS: Record<Way, string> = { smooth: 'Smooth', compatible: 'Compatible' };

interface Beat {
  /** Milliseconds since 1970 on the server. */
  now: number;
  /** What the house's clocks are ahead of UTC. */
  offsetMs: number;
}

class PorchlightLive extends HTMLElement {
  private declare $server: { alive(): Promise<Beat> };
  private timers: number[] = [];
  private stillTimer = 0;
  private skewMs = 0;
  private offsetMs = 0;
  private heardAt = 0;
  private wasGone = false;
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
    this.addEventListener('dblclick', (click) => this.wide(click), { signal });
    this.addEventListener('quality', (choice) => this.picture?.show((choice as CustomEvent<Quality>).detail), { signal });
    document.addEventListener('keydown', (key) => this.key(key), { signal });
    document.addEventListener('visibilitychange', () => this.back(), { signal });
    document.addEventListener('fullscreenchange', () => this.toggleAttribute('full', !!document.fullscreenElement), { signal });
    window.addEventListener('online', () => this.back(), { signal });
    // Back from the browser's cache of whole pages the server knows nothing of this one any more.
    window.addEventListener('pageshow', (show) => show.persisted && window.location.reload(), { signal });
    this.drag(signal);
    this.stir();
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.timers.forEach((timer) => window.clearInterval(timer));
    window.clearTimeout(this.stillTimer);
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
    this.text('.pl-clock', new Date(this.now() + this.offsetMs).toISOString().slice(11, 19));
    const recordingSince = Number(this.getAttribute('recording-since'));
    this.text('.pl-elapsed', recordingSince ? asTime(this.now() - recordingSince) : '');
    const retryAt = Number(this.getAttribute('retry-at'));
    const seconds = Math.ceil((retryAt - this.now()) / 1000);
    this.text('.pl-retry', retryAt && seconds > 0 ? `in ${seconds} s` : 'now');
    const way = this.picture?.way;
    this.text('.pl-way', way ? WAYS[way] : '');
    const gone = performance.now() - this.heardAt > GONE_AFTER_MS;
    this.wasGone ||= gone;
    this.toggleAttribute('gone', gone);
  }

  private text(where: string, text: string) {
    const element = this.querySelector(where);
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
    if (this.has('recording') || this.has('lost') || this.has('ended') || this.has('noted') || used) {
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
    }
    const snapshot = target.closest<HTMLAnchorElement>('a.pl-snapshot');
    if (snapshot) {
      const stamp = new Date(this.now() + this.offsetMs).toISOString();
      snapshot.download = `${snapshot.dataset.camera} ${stamp.slice(0, 10)} ${stamp.slice(11, 19).replace(/:/g, '.')}.jpg`;
    }
  }

  private key(key: KeyboardEvent) {
    const target = key.composedPath()[0] as Element;
    if (key.ctrlKey || key.metaKey || key.altKey || key.repeat || target.matches('input, textarea, select, [contenteditable]')) {
      return;
    }
    const press = { r: '.pl-record', s: '.pl-snapshot', f: '.pl-full' }[key.key.toLowerCase()];
    if (press && !this.has('ended')) {
      this.stir();
      this.querySelector<HTMLElement>(press)?.click();
    }
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

  /** The whole picture, or as much of it as fills the page. */
  private wide(click: MouseEvent) {
    if (!(click.target as Element).closest(CONTROLS)) {
      this.toggleAttribute('wide');
    }
  }

  /** Sideways through a picture that is wider than the page. */
  private drag(signal: AbortSignal) {
    let from: number | undefined;
    let position = 50;
    this.addEventListener('pointerdown', (down) => {
      from = (down.target as Element).closest(CONTROLS) ? undefined : down.clientX;
    }, { signal });
    this.addEventListener('pointermove', (move) => {
      const { picture } = this;
      if (from === undefined || !picture?.size.width || !(move.buttons & 1)) {
        return;
      }
      const hidden = (this.clientHeight * picture.size.width) / picture.size.height - this.clientWidth;
      if (hidden > 0) {
        position = Math.min(100, Math.max(0, position - ((move.clientX - from) / hidden) * 100));
        picture.position = position;
      }
      from = move.clientX;
    }, { signal });
    for (const end of ['pointerup', 'pointercancel']) {
      this.addEventListener(end, () => (from = undefined), { signal });
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
