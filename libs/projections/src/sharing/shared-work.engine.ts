import type { DocumentStore, Lease } from '#document-store';
import { backoff, type Delays, messageOf, pause } from '../backoff.engine.js';
import { type LeaseChange, PieceOfWork, type Work } from './piece-of-work.engine.js';
import { sharesOf } from './shares.js';

/** What {@link SharedWork} stands on. */
export interface SharedWorkParts {
  readonly documents: DocumentStore;
  /** This process among all that share the work: a name that no other one has. */
  readonly holder: string;
  /** Within so many milliseconds a process that died is replaced. */
  readonly leaseMs: number;
  readonly delays?: Delays;
  readonly onChange?: (change: LeaseChange) => void;
}

/** So often within the time of a lease a process says that it is there, and sees who else is. */
const ATTENDANCES_PER_LEASE = 10;
/** A process that has said nothing for this part of the time is gone: noticed in time to ask for its leases. */
const ATTENDANCE_PART = 0.75;
/** A lease that is not renewed is over after this part of the time: the rest is for those who ask for it now and then. */
const LEASE_PART = 0.9;
/** What is told of attendance goes by this name. */
const ATTENDANCE = 'attendance';

/**
 * Pieces of work that several processes share in equal parts: each piece is done by the one that holds its lease
 * (design.md section 5), and asked for only by the one whose turn it is ({@link sharesOf}). A process that dies is replaced
 * within the time of a lease; one that comes takes its share over as soon as the others have finished
 * what is in hand; one that stops hands its own over at once. A holder may be slow without knowing that it has been
 * replaced: what it stores has to be fenced by the lease's token or by positions.
 */
export class SharedWork {
  private readonly pieces = new Map<string, PieceOfWork>();
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private attending: Promise<void> | undefined;
  private readonly delays: Delays;

  constructor(private readonly parts: SharedWorkParts) {
    this.delays = parts.delays ?? backoff;
  }

  /**
   * Adds a piece of work under the name of its lease, and begins to ask for it; gives what takes it out again. Throws when
   * there is one of that name.
   */
  add(name: string, work: Work): () => Promise<void> {
    if (this.pieces.has(name))
      throw new Error(`There is shared work "${name}" already. Give one of them another name.`);
    const { documents, holder, leaseMs, onChange = () => undefined } = this.parts;
    const piece = new PieceOfWork({
      name,
      work,
      documents,
      holder,
      leaseMs: leaseMs * LEASE_PART,
      delays: this.delays,
      onChange,
    });
    this.pieces.set(name, piece);
    // What is added in the same breath is told of at once.
    this.attending ??= Promise.resolve().then(() => this.keepAttending());
    this.waking.abort();
    return async () => {
      this.pieces.delete(name);
      this.waking.abort();
      await piece.leave();
    };
  }

  /** Ends the work in hand and releases the leases; returns when both is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.attending, ...[...this.pieces.values()].map((piece) => piece.leave())]);
  }

  /** The leases that this process holds. */
  held(): readonly Lease[] {
    return [...this.pieces.values()].flatMap(({ held }) => held?.lease ?? []);
  }

  private async keepAttending(): Promise<void> {
    const { documents, holder, leaseMs } = this.parts;
    const { signal } = this.stopping;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      this.waking = new AbortController();
      let wait = leaseMs / ATTENDANCES_PER_LEASE;
      try {
        await this.attend();
        attempt = 0;
      } catch (error) {
        this.tell(error);
        wait = this.delays(attempt);
      }
      await pause(wait, AbortSignal.any([signal, this.waking.signal]));
    }
    // Otherwise it is missed when its time is over.
    await documents.leave(holder).catch((error: unknown) => {
      this.tell(error);
    });
  }

  private async attend(): Promise<void> {
    const { documents, holder, leaseMs } = this.parts;
    const members = await documents.attend({ name: holder, work: [...this.pieces.keys()] }, leaseMs * ATTENDANCE_PART);
    const shares = sharesOf(members);
    for (const [name, piece] of this.pieces) piece.assign(shares.get(name) === holder);
  }

  private tell(error: unknown): void {
    this.parts.onChange?.({ change: 'failed', name: ATTENDANCE, error: messageOf(error) });
  }
}
