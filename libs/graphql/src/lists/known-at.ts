import { Args } from '@nestjs/graphql';
import type { Projection } from '#event-sourcing';
import { Instant } from '../scalars.js';
import { badArgument } from './page-args.js';

/** Declares the argument `knownAt` of a query whose projection is temporal; for any other one, the query has none. */
export function KnownAt(projection: Pick<Projection, 'temporal'>): ParameterDecorator {
  if (projection.temporal !== true) return () => undefined;
  return Args('knownAt', {
    type: () => Instant,
    nullable: true,
    description:
      'As the list was known to the system at this moment, whatever has been recorded since. Not a moment to come. ' +
      'A cursor belongs to its moment.',
  });
}

/**
 * The instant that a query asks for, `undefined` for now. Throws `BAD_USER_INPUT` for one that has not come: what will be
 * known then nobody can say, and the same question has the same answer ever after.
 */
export function askedInstant(knownAt: string | null | undefined, now: string): string | undefined {
  if (typeof knownAt !== 'string') return undefined;
  if (knownAt <= now) return knownAt;
  throw badArgument(
    'knownAt',
    `knownAt must not lie in the future: it is ${knownAt}, and now is ${now}. Leave it out to ask for what is known now.`,
  );
}
