/** Where a process is between its start and its end: it builds read models, serves, or finishes what is in flight. */
export type Phase = 'starting' | 'serving' | 'stopping';

/** The phase of this process. It only goes forward. */
export class Lifecycle {
  private isStopping = false;
  private areBuilt = false;

  get phase(): Phase {
    if (this.isStopping) return 'stopping';
    return this.areBuilt ? 'serving' : 'starting';
  }

  /** The read models have caught up with the log once: they may be asked, also while the process is stopping. */
  get readModelsAreBuilt(): boolean {
    return this.areBuilt;
  }

  /** Says that the read models have caught up with the log. */
  serve(): void {
    this.areBuilt = true;
  }

  /** Says that the process has been asked to end. */
  stop(): void {
    this.isStopping = true;
  }
}
