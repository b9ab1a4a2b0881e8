import type { ReadableCollection } from '#document-store';
import type { DomainEvent, Projection } from '#event-sourcing';
import type { ProjectionEngine, Waiting } from '#projections';

/** The documents of a read model, to answer one question from. */
export interface ServedDocuments<Document extends object> {
  readonly collection: ReadableCollection<Document>;
  /** Which of them wait, and since when; `undefined` when none is known to. */
  readonly waiting: Waiting | undefined;
}

/**
 * The documents of a projection, in the build that is read at this moment; with `knownAt` (UTC with milliseconds) as they were
 * known then. Throws what `ProjectionEngine.collection` throws.
 */
export function servedDocuments<Document extends object, Event extends DomainEvent>(
  engine: ProjectionEngine,
  projection: Projection<Document, Event>,
  at?: { readonly knownAt: string },
): ServedDocuments<Document> {
  const collection = at === undefined ? engine.collection(projection) : engine.collection(projection, at);
  return { collection, waiting: engine.waiting(projection) };
}
