import { pause } from '../backoff.engine.js';

/** So often each process looks at what is written down about builds, in milliseconds. */
const INTERVAL = 500;

/** Looks again and again, twice a second, one look at a time. A look that fails is made again. */
export class BuildsWatch {
  private readonly stopping = new AbortController();
  private watching: Promise<void> | undefined;

  constructor(private readonly look: () => Promise<void>) {}

  /** Begins to look. Calling it again does nothing. */
  start(): void {
    this.watching ??= this.keepLooking();
  }

  /** Stops; returns when the look in hand is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      await pause(INTERVAL, signal);
      if (signal.aborted) return;
      await this.look().catch(() => undefined);
    }
  }
}
