/**
 * <porchlight-cameras>: what of the page of all cameras has to happen in the browser. It tells the server every few seconds that
 * somebody still looks, and asks for the next picture of those cameras that come picture by picture.
 */
import './picture';

/** A viewing whose lease of 30 s is not renewed ends. */
const BEAT_MS = 10_000;
const NEXT_STILL_MS = 2_000;

class PorchlightCameras extends HTMLElement {
  private declare $server: { alive(): Promise<void> };
  private timers: number[] = [];
  private listeners = new AbortController();

  connectedCallback() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.timers = [
      window.setInterval(() => this.beat(), BEAT_MS),
      window.setInterval(() => this.stills(), NEXT_STILL_MS),
    ];
    document.addEventListener('visibilitychange', () => this.beat(), { signal });
    window.addEventListener('online', () => this.beat(), { signal });
    // Back from the browser's cache of whole pages the server knows nothing of this one any more.
    window.addEventListener('pageshow', (show) => show.persisted && window.location.reload(), { signal });
  }

  disconnectedCallback() {
    this.listeners.abort();
    this.timers.forEach((timer) => window.clearInterval(timer));
  }

  private beat() {
    if (document.visibilityState === 'visible') {
      this.$server.alive().catch(() => {}); // the server is away: Vaadin says so
    }
  }

  /** One at a time for each camera: a slow one waits for its own picture only. */
  private stills() {
    for (const still of this.querySelectorAll<HTMLImageElement>('img.pl-still[data-src]')) {
      if (!document.hidden && still.complete) {
        still.src = `${still.dataset.src}&at=${Date.now()}`;
      }
    }
  }
}

customElements.define('porchlight-cameras', PorchlightCameras);

export { PorchlightCameras };
