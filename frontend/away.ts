/**
 * Notices within seconds that the server is away, also on a page that asks nothing of it, and has Vaadin's indicator say so
 * until it is back. Without cookies, so that it does not keep a session alive.
 */
const LOOK_MS = 5_000;
let away = false;

interface ConnectionState {
  state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
  removeStateChangeListener(listener: (before: string, now: string) => void): void;
}

const connection = () => (window as unknown as { Vaadin: { connectionState: ConnectionState } }).Vaadin.connectionState;

/** What is asked of a server that is away makes it look as if something were loading. */
function insist(_before: string, now: string) {
  if (now === 'loading') {
    connection().state = 'reconnecting';
  }
}

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
  if (here !== away) {
    return;
  }
  away = !here;
  if (away) {
    connection().addStateChangeListener(insist);
    connection().state = 'reconnecting';
  } else {
    connection().removeStateChangeListener(insist);
    connection().state = 'connected';
  }
}

setInterval(look, LOOK_MS);
