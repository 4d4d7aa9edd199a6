/** Asked and refused, as with an empty battery: not again for so long. */
const PATIENCE_MS = 30_000;

/**
 * Keeps the screen of a phone on while somebody looks at the door. Browsers let pages do so over https and on the computer itself
 * only; elsewhere nothing happens.
 */
export class ScreenOn {
  private lock?: WakeLockSentinel;
  private isWanted = false;
  private isAsking = false;
  private askAgainAt = 0;

  /** To be called often: whether somebody looks at something live at this moment. */
  hold(isLive: boolean) {
    this.isWanted = isLive && document.visibilityState === 'visible';
    if (this.isWanted && !this.lock && !this.isAsking && performance.now() >= this.askAgainAt) {
      void this.ask();
    } else if (!this.isWanted) {
      this.letGo();
    }
  }

  letGo() {
    this.isWanted = false;
    void this.lock?.release();
    this.lock = undefined;
  }

  private async ask() {
    if (!('wakeLock' in navigator)) {
      return;
    }
    this.isAsking = true;
    try {
      const lock = await navigator.wakeLock.request('screen');
      // Browsers take it away when the page is hidden.
      lock.addEventListener('release', () => {
        if (this.lock === lock) {
          this.lock = undefined;
        }
      });
      this.lock = lock;
      if (!this.isWanted) {
        this.letGo(); // whoever looked has gone meanwhile
      }
    } catch (refused) {
      console.debug('The screen may go dark:', refused);
      this.askAgainAt = performance.now() + PATIENCE_MS;
    } finally {
      this.isAsking = false;
    }
  }
}
