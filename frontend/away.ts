/**
 * Notices within seconds that the server is away, also on a page that asks nothing of it, and has Vaadin's indicator say so
 * until it is back. Without cookies, so that it does not keep a session alive.
 */
const LOOK_MS = 5_000;
let away = false;

async function look() {
  if (document.hidden) {
    return;
  }
  const here = await fetch('favicon.svg', {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(LOOK_MS),
  }).then(() => true, () => false);
  if (here === away) {
    away = !here;
    const { connectionState } = (window as unknown as { Vaadin: { connectionState: { state: string } } }).Vaadin;
    connectionState.state = away ? 'reconnecting' : 'connected';
  }
}

setInterval(look, LOOK_MS);
