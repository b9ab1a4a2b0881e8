import type { Projection } from '#event-sourcing';
import { badArgument } from '#graphql';
import type { ProjectionEngine } from '#projections';

/** The projection that an argument names. Throws `BAD_USER_INPUT` when there is none. */
export function namedProjection(engine: ProjectionEngine, name: string): Projection {
  const registered = engine.registered();
  const found = registered.find((projection) => projection.name === name);
  if (found !== undefined) return found;
  const names = registered.map((projection) => projection.name).sort();
  throw badArgument('projection', `There is no projection "${name}". There are ${names.join(', ')}.`);
}
