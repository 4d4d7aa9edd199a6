/** Pictures that come so much later than the line has shown that they can; and that are in time again. Milliseconds. */
const LATE = { from: 1_000, until: 500 };
/** For so long, before anything is said of it. */
const LASTING_MS = 3_000;
/** The clocks of the two computers drift apart: milliseconds a second. */
const DRIFT = 0.1;
/** A camera may have stood still for that long, which its clock leaves out (FragmentClock.java): what was best before means nothing. */
const PAUSE_MS = 500;

/** Tells pictures that come late from those that come in time, by what lies between their making and their coming. */
export class Lateness {
  /** Whether pictures have been late for some seconds. */
  isLate = false;
  /** What lies between at the best. */
  private best = Infinity;
  private lastAt = 0;
  private lastMade = 0;
  /** Since when it is otherwise than was last said. */
  private otherSince?: number;

  /**
   * @param made by the camera's clock, in seconds
   * @param now by this computer's, in milliseconds
   * @returns how much later than at the best it came, in milliseconds
   */
  came(made: number, now: number) {
    const between = now - made * 1000;
    if (now - this.lastAt - (made - this.lastMade) * 1000 > PAUSE_MS) {
      this.best = Infinity;
    }
    this.lastMade = made;
    this.best = Math.min(between, this.best + ((now - this.lastAt) / 1000) * DRIFT);
    this.lastAt = now;
    const late = between - this.best;
    if (this.isLate ? late > LATE.until : late < LATE.from) {
      this.otherSince = undefined;
    } else if (now - (this.otherSince ??= now) > LASTING_MS) {
      this.isLate = !this.isLate;
      this.otherSince = undefined;
    }
    return late;
  }

  /** Another camera, or the same one anew: with a clock of its own. */
  forget() {
    this.best = Infinity;
    this.otherSince = undefined;
    this.isLate = false;
  }
}
