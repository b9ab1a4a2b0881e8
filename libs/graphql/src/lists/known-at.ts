import { Args } from '@nestjs/graphql';
import type { Clock, DomainEvent, Projection } from '#event-sourcing';
import type { ProjectionEngine } from '#projections';
import { Instant } from '../scalars.js';
import { badArgument } from './page-args.js';
import { type ServedDocuments, servedDocuments } from './served-documents.js';

/** Declares the argument `knownAt` of a query whose projection is temporal; for any other one, the query has none. */
export function KnownAt(projection: Pick<Projection, 'temporal'>): ParameterDecorator {
  if (projection.temporal !== true) return () => undefined;
  return Args('knownAt', {
    type: () => Instant,
    nullable: true,
    description:
      'As it was known to the system at this moment, whatever has been recorded since. Not a moment to come.',
  });
}

/**
 * The documents of a projection as a query asks for them: as they are, or with `knownAt` as they were known then. Throws
 * `BAD_USER_INPUT` for an instant to come: what will be known then nobody can say, and the same question has the same
 * answer ever after.
 */
export function askedDocuments<Document extends object, Event extends DomainEvent>(
  engine: ProjectionEngine,
  projection: Projection<Document, Event>,
  knownAt: string | null | undefined,
  clock: Clock,
): ServedDocuments<Document> {
  if (typeof knownAt !== 'string') return servedDocuments(engine, projection);
  const { now } = clock.now();
  if (knownAt <= now) return servedDocuments(engine, projection, { knownAt });
  throw badArgument(
    'knownAt',
    `knownAt must not lie in the future: it is ${knownAt}, and now is ${now}. Leave it out to ask for what is known now.`,
  );
}
