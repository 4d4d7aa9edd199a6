/** One way to bring the live picture here and to show it. */
export interface Transport {
  readonly element: HTMLImageElement | HTMLVideoElement;
  /** The picture's own size; width 0 while there is none. */
  readonly size: { width: number; height: number };
  /** Whether pictures have come late for some seconds; unknown where a browser does not tell when they come. */
  readonly isLate?: boolean;
  /** Shows what comes from this address from now on; what was shown last stays until then. */
  open(address: string): void;
  /** The page slept, or the server was away: what is shown may be old. */
  awake(): void;
  /** Lets go of the line and of everything else. */
  close(): void;
}

/** Who shows a transport's picture, and hears how it goes. */
export interface Showing {
  /** A picture was shown. Told again and again. */
  shown(): void;
  /** This browser cannot show the picture in this way. */
  failed(): void;
  /** Whether the server has said that there is no picture just now, so that none can be missed. */
  readonly away: boolean;
}

/** Milliseconds until the next attempt, after so many in a row that failed. */
export function retryAfter(failures: number) {
  const steps = [500, 1_000, 2_000, 5_000, 10_000];
  return steps[Math.min(failures, steps.length - 1)];
}
