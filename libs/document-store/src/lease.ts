/** The right to do a piece of work until it expires. Whoever holds it renews it in good time, or stops working. */
export interface Lease {
  /** The piece of work. */
  readonly name: string;
  /** Who holds it: one process. */
  readonly holder: string;
  /** Grows whenever the lease changes hands, so that a holder that was only slow is told apart from its successor. */
  readonly token: number;
  /** Until when nobody else gets it: an instant, ISO, by the store's clock. */
  readonly expiresAt: string;
}

/** Somebody else has got the lease since: what was to be stored under it is not. The work is the new holder's. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  constructor(readonly lease: Lease) {
    super(
      `The lease "${lease.name}" (token ${String(lease.token)}) of "${lease.holder}" has passed to another holder. ` +
        'Stop this work; acquire the lease again to go on with it.',
    );
  }
}
