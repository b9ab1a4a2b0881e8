import type { GraphqlActor, GraphqlAnswer } from './graphql-actor.js';
import type { Cast } from './partnership-cast.js';
import type { RootField } from './schema-walk.js';

/** How the read models run, and what they were made of: questions that are not about partnerships. */
export const aboutReadModels: readonly string[] = [
  'eventCatalogue',
  'explain',
  'parkedDocuments',
  'projectionDocuments',
  'projectionFiles',
  'projections',
  'rehearsal',
];

/**
 * Asks one question for everything it can show. The arguments it needs, and `filter` if it has that one, are about this
 * partnership.
 */
export function askEverything(
  actor: GraphqlActor,
  { name, required, everything, filters }: RootField,
  about: Cast,
  filter?: string,
): Promise<GraphqlAnswer<Readonly<Record<string, unknown>>>> {
  const values: Readonly<Record<string, string>> = {
    partnershipId: about.partnershipId,
    companyId: about.companyId,
    managerId: about.managerId,
    personId: about.ownPersonId,
    projection: 'partnership-overview',
    key: about.partnershipId,
    id: name === 'partnership' ? about.partnershipId : 'imp_0',
  };
  const value = (argument: string): string => JSON.stringify(values[argument]);
  const args = Object.keys(required).map((argument) => `${argument}: ${value(argument)}`);
  if (name === 'portfolio') args.push(`managerId: ${value('managerId')}`);
  if (filter !== undefined && filters.includes(filter)) args.push(`filter: { ${filter}: ${value(filter)} }`);
  return actor.send(`{ ${name}${args.length === 0 ? '' : `(${args.join(', ')})`}${everything} }`);
}
