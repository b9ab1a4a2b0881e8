import { faultReason } from './server-fault.js';

/** How the connection to the event store is, for health checks. */
export type ConnectionStatus =
  | { readonly state: 'connected' }
  | {
      readonly state: 'reconnecting';
      /** When the first thing that has not recovered was lost (UTC). */
      readonly since: string;
      /** How often it has been tried again. */
      readonly attempt: number;
      readonly lastError: string;
    };

/** Where drops and recoveries are written: a pino logger fits. No payloads go in. */
export interface ConnectionLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Keeps and reports what is lost: each subscription and each append under way has a {@link Line} of its own. */
export class ConnectionWatch {
  private readonly lost = new Set<Line>();

  constructor(private readonly log: ConnectionLog | undefined) {}

  /** Watches one call that is repeated until it succeeds. */
  line(what: string): Line {
    return new Line(what, this.lost, this.log);
  }

  status(): ConnectionStatus {
    const lines = [...this.lost].toSorted((one, other) => one.since.localeCompare(other.since));
    const [longest] = lines;
    if (longest === undefined) return { state: 'connected' };
    const attempt = Math.max(...lines.map((line) => line.attempt));
    return { state: 'reconnecting', since: longest.since, attempt, lastError: longest.lastError };
  }
}

/** One thing that is held on to: it is dropped, tried again, and recovers. */
export class Line {
  since = '';
  attempt = 0;
  lastError = '';

  constructor(
    private readonly what: string,
    private readonly lost: Set<Line>,
    private readonly log: ConnectionLog | undefined,
  ) {}

  /** Notes a failure; returns how many there were in a row. */
  dropped(error: unknown): number {
    if (this.attempt === 0) this.since = new Date().toISOString();
    this.attempt += 1;
    this.lastError = faultReason(error);
    this.lost.add(this);
    this.log?.warn({ attempt: this.attempt, since: this.since, reason: this.lastError }, `${this.what} is tried again`);
    return this.attempt;
  }

  /** Notes that it works; costs nothing when it did. */
  recovered(): void {
    if (this.attempt === 0) return;
    this.log?.info({ attempts: this.attempt, since: this.since }, `${this.what} works again`);
    this.release();
  }

  /** Forgets it: nobody waits for it any more. */
  release(): void {
    this.attempt = 0;
    this.lost.delete(this);
  }
}
