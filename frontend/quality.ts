import type { Way } from './picture';

/** What can be chosen; "automatic" is whatever suits this browser best. */
export type Quality = 'automatic' | Way;

/** Where the browser remembers what was chosen. */
const REMEMBERED = 'porchlight-quality';

/**
 * <porchlight-quality>: a button and its menu, built by the server (QualityMenu.java), to choose how the picture comes. Tells
 * by the event "quality" what was chosen; the browser remembers it.
 */
export class PorchlightQuality extends HTMLElement {
  private listeners = new AbortController();

  connectedCallback() {
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    this.addEventListener('click', (click) => this.press(click), { signal });
    this.addEventListener('keydown', (key) => this.key(key), { signal });
    this.menu.addEventListener('toggle', (toggle) => this.toggled(toggle as ToggleEvent), { signal });
    this.mark();
  }

  disconnectedCallback() {
    this.listeners.abort();
  }

  get isOpen() {
    return this.menu.matches(':popover-open');
  }

  private get button() {
    return this.querySelector('button')!;
  }

  private get menu() {
    return this.querySelector<HTMLElement>('[role=menu]')!;
  }

  private get items() {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  }

  private mark() {
    for (const item of this.items) {
      const isChosen = item.dataset.quality === chosenQuality();
      item.setAttribute('aria-checked', String(isChosen));
      if (isChosen) {
        this.querySelector('.pl-quality-now')!.textContent = item.dataset.name!;
        this.button.ariaLabel = `${this.menu.ariaLabel}: ${item.dataset.name}`;
      }
    }
  }

  private press(click: Event) {
    const item = (click.target as Element).closest<HTMLElement>('[role=menuitemradio]');
    if (item) {
      remember(item.dataset.quality!);
      this.mark();
      this.menu.hidePopover();
      this.dispatchEvent(new CustomEvent<Quality>('quality', { detail: chosenQuality(), bubbles: true }));
    }
  }

  /** The browser itself opens it with the button, and closes it with Escape or a click beside it. */
  private toggled(toggle: ToggleEvent) {
    const open = toggle.newState === 'open';
    this.button.setAttribute('aria-expanded', String(open));
    if (open) {
      const { top, right } = this.button.getBoundingClientRect();
      this.menu.style.bottom = `${window.innerHeight - top + 12}px`;
      this.menu.style.right = `${document.documentElement.clientWidth - right}px`;
      this.items.find((item) => item.ariaChecked === 'true')?.focus();
    }
  }

  private key(key: KeyboardEvent) {
    const { items } = this;
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (at < 0) {
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[key.key];
    if (to !== undefined) {
      items[to % items.length].focus();
      key.preventDefault();
    } else if (key.key === 'Enter' || key.key === ' ') {
      items[at].click();
      key.preventDefault();
    }
  }
}

/** What was chosen in this browser, now or earlier. */
export function chosenQuality(): Quality {
  const quality = remembered();
  return quality === 'smooth' || quality === 'compatible' ? quality : 'automatic';
}

// A browser that is told to keep nothing throws when it is asked to: then a choice lasts as long as the page.
let chosenHere: string | null = null;

function remembered() {
  try {
    return chosenHere ?? localStorage.getItem(REMEMBERED);
  } catch {
    return chosenHere;
  }
}

function remember(quality: string) {
  chosenHere = quality;
  try {
    localStorage.setItem(REMEMBERED, quality);
  } catch {
    // It is kept above.
  }
}

customElements.define('porchlight-quality', PorchlightQuality);
