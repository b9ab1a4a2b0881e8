import type { Position } from '#event-sourcing';

/** Where a projection failed. Without `event` its documents could not be stored, whatever the event. */
export interface ProjectionFailure {
  readonly projection: string;
  readonly event?: {
    readonly stream: string;
    readonly revision: bigint;
    readonly position: Position;
    readonly type: string;
  };
  /** The id of the document that was being changed. */
  readonly key?: string;
}

/** A projection cannot go on: an event could not be decoded or folded, or its documents could not be stored. */
export class ProjectionFailed extends Error {
  override readonly name = 'ProjectionFailed';
  constructor(
    readonly failure: ProjectionFailure,
    override readonly cause: unknown,
  ) {
    const { projection, event, key } = failure;
    const at =
      event === undefined
        ? 'when storing its documents'
        : `at ${event.type}, stream "${event.stream}", revision ${String(event.revision)}, position ${event.position}` +
          (key === undefined ? '' : `, document "${key}"`);
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`Projection "${projection}" stopped ${at}: ${why} Mend it and start again: it resumes there.`, { cause });
  }
}
