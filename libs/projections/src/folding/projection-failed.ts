/** A projection cannot go on, and why. An event that cannot be folded is no reason: its document waits ({@link ParkedEntry}). */
export class ProjectionFailed extends Error {
  override readonly name = 'ProjectionFailed';
  constructor(
    readonly projection: string,
    message: string,
    override readonly cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** The documents of a projection could not be stored, whatever the event. */
export function storingFailed(projection: string, cause: unknown): ProjectionFailed {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message =
    `Projection "${projection}" stopped when storing its documents: ${why} ` +
    'Mend it and start again: it resumes there.';
  return new ProjectionFailed(projection, message, cause);
}
