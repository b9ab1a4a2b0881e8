import type { EventCodec, Recorded, StoredEvent } from '#event-sourcing';

/** An event on its way through the hub: decoded by the first who reads it, and then no more. */
export class LogEvent {
  private decoded: Recorded | undefined;

  constructor(
    readonly stored: StoredEvent,
    private readonly codec: EventCodec,
  ) {}

  /** The event in its current form. Throws what {@link EventCodec.decode} throws. */
  get recorded(): Recorded {
    this.decoded ??= this.codec.decode(this.stored);
    return this.decoded;
  }
}
