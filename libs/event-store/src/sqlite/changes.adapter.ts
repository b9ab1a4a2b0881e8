/** How often a process that only reads looks for what the writer has added. */
const POLL_MS = 200;

/** Wakes those who wait for new events: told by the writer of this process, or by looking again and again. */
export class Changes {
  private readonly waiting = new Set<() => void>();

  constructor(private readonly polls: boolean) {}

  /** Wakes everybody who waits. */
  announce(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Waits until something may have changed or the signal comes. */
  wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined = undefined;
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (this.polls) timer = setTimeout(wake, POLL_MS);
      if (signal.aborted) wake();
    });
  }
}
