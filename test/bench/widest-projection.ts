import type { Projection } from '#event-sourcing';
import { projections } from '#platform';

/** The built-in read model that stands for all: it reads nearly every event. */
export const WIDEST = 'partnership-overview';

/** A built-in projection. Throws when there is none of that name: nothing would be measured. */
export function projectionNamed(name: string): Projection {
  const found = projections.find((projection) => projection.name === name);
  if (found === undefined) throw new TypeError(`There is no projection ${name}.`);
  return found;
}
