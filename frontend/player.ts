/**
 * <porchlight-player>: the browser's player for a recording with what that lacks (Player.java builds it): single pictures, how
 * fast, when what is seen was, and keys for the whole dialog, wherever in it the focus is. Copies the link beside it, too.
 */
const JUMP_S = 5;
/** Until one was measured; most cameras give about as many. */
const USUAL_PICTURE_S = 1 / 30;

class PorchlightPlayer extends HTMLElement {
  private listeners = new AbortController();
  private pictureS = USUAL_PICTURE_S;
  private shownAt = -1;
  private rate = 1;
  private measuring = false;

  connectedCallback() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.addEventListener('click', (click) => this.press(click), { signal });
    // In front of the video's own keys, which differ from browser to browser.
    document.addEventListener('keydown', (key) => this.key(key), { signal, capture: true });
    document.addEventListener('click', (click) => copy(click), { signal });
    this.addEventListener('loadedmetadata', () => (this.video.playbackRate = this.rate), { signal, capture: true });
    for (const moved of ['loadedmetadata', 'timeupdate', 'seeking']) {
      this.addEventListener(moved, () => this.tellTheTime(), { signal, capture: true });
    }
    if (!this.measuring) {
      this.measuring = true;
      this.measure();
    }
  }

  disconnectedCallback() {
    this.listeners.abort();
    // Taken from the page alone, it would go on loading; a dialog that opens only moves it.
    setTimeout(() => this.isConnected || this.querySelector('video')?.removeAttribute('src'));
  }

  /** From the server. */
  set speed(speed: number) {
    this.rate = speed;
    this.video.playbackRate = speed;
  }

  get speed() {
    return this.rate;
  }

  /** When that was what is seen now, by the clock of the house. */
  private tellTheTime() {
    const clock = this.querySelector<HTMLElement>('.pl-player-clock')!;
    const at = Number(this.getAttribute('begin')) + this.video.currentTime * 1000;
    clock.textContent = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
      dateStyle: 'medium',
      timeStyle: 'medium',
      timeZone: 'UTC',
    }).format(at);
  }

  private get video() {
    return this.querySelector('video')!;
  }

  /** How long a picture is shown, by what lies between two that follow each other. */
  private measure() {
    const video = this.querySelector('video');
    video?.requestVideoFrameCallback?.((_now, { mediaTime }) => {
      const between = mediaTime - this.shownAt;
      if (!video.paused && between > 0.005 && between < 0.5) {
        this.pictureS = between / Math.max(1, Math.round(between / this.pictureS));
      }
      this.shownAt = mediaTime;
      this.measure();
    });
  }

  private press(click: Event) {
    const step = (click.target as Element).closest<HTMLElement>('[data-step]')?.dataset.step;
    if (step) {
      this.step(Number(step));
    }
  }

  private step(pictures: number) {
    this.video.pause();
    this.jump(pictures * this.pictureS);
  }

  private jump(seconds: number) {
    const { currentTime, duration } = this.video;
    this.video.currentTime = Math.min(Math.max(0, currentTime + seconds), duration || 0);
  }

  private key(key: KeyboardEvent) {
    const origin = key.composedPath()[0] as Element;
    const isTyping = origin.matches('input, textarea, [role=option], vaadin-select-value-button, [role=tab]');
    if (key.ctrlKey || key.metaKey || key.altKey || isTyping) {
      return;
    }
    const isOnButton = origin.closest('button, vaadin-button, a') !== null;
    const deed = this.deed(key.key, isOnButton);
    if (deed) {
      key.preventDefault();
      key.stopPropagation();
      deed();
    }
  }

  private deed(key: string, isOnButton: boolean): (() => void) | undefined {
    switch (key) {
      case ' ':
        return isOnButton ? undefined : () => (this.video.paused ? this.video.play() : this.video.pause());
      case 'ArrowLeft':
        return () => this.jump(-JUMP_S);
      case 'ArrowRight':
        return () => this.jump(JUMP_S);
      case ',':
        return () => this.step(-1);
      case '.':
        return () => this.step(1);
      case 'f':
      case 'F':
        return () => this.fill();
      case 'n':
      case 'N':
      case 'p':
      case 'P':
        return () => this.querySelector<HTMLElement>(`[data-key=${key.toLowerCase()}]:not([disabled])`)?.click();
      default:
        return undefined;
    }
  }

  private fill() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      this.video.requestFullscreen?.();
    }
  }
}

/** The clipboard's own interface is there over HTTPS only. */
function copy(click: Event) {
  const address = (click.target as Element).closest<HTMLElement>('[data-copy]')?.dataset.copy;
  if (!address) {
    return;
  }
  const link = new URL(address, document.baseURI).href;
  if (navigator.clipboard) {
    navigator.clipboard.writeText(link);
    return;
  }
  const field = document.createElement('textarea');
  field.value = link;
  (click.target as Element).append(field); // within the dialog, which keeps the focus to itself
  field.select();
  document.execCommand('copy');
  field.remove();
}

customElements.define('porchlight-player', PorchlightPlayer);
