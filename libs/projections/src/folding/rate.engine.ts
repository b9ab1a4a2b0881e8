/** Events per second over a window of some seconds. `now` is in milliseconds. */
export class Rate {
  private windowStart: number;
  private counted = 0;
  private before = 0;

  constructor(
    private readonly now: () => number,
    private readonly windowMs = 5_000,
  ) {
    this.windowStart = now();
  }

  /** Counts events. */
  add(events: number): void {
    const now = this.now();
    if (now - this.windowStart >= this.windowMs) {
      this.before = this.perSecond(now);
      this.counted = 0;
      this.windowStart = now;
    }
    this.counted += events;
  }

  /** The present rate, 0 when nothing came for two windows. */
  get value(): number {
    const now = this.now();
    const elapsed = now - this.windowStart;
    if (elapsed >= 2 * this.windowMs) return 0;
    return this.counted === 0 || (elapsed < 1_000 && this.before > 0) ? this.before : this.perSecond(now);
  }

  private perSecond(now: number): number {
    return Math.round((this.counted * 1000) / Math.max(1, now - this.windowStart));
  }
}
