/** What the queries of a projection are called in GraphQL. */
export interface QueryNames {
  /** One document by its id: `lifecycleFunnel(id)`. */
  readonly one: string;
  /** The list of them: `lifecycleFunnels(first, filter, sort)`. */
  readonly list: string;
  /** How many and how much by group: `lifecycleFunnelGroups(by, filter)`. */
  readonly groups: string;
}

/** The names that follow from the document's type, `LifecycleFunnel`, by the rules of English plurals without exceptions. */
export function queryNames(type: string): QueryNames {
  const one = type.charAt(0).toLowerCase() + type.slice(1);
  return { one, list: plural(one), groups: `${one}Groups` };
}

/** The names of the GraphQL types that a projection brings along besides its document's. */
export function generatedTypes(type: string): readonly string[] {
  return GENERATED.map((suffix) => `${type}${suffix}`);
}

const GENERATED = [
  'Connection',
  'Edge',
  'Filter',
  'Sort',
  'SortField',
  'Group',
  'GroupField',
  'GroupKeys',
  'Numbers',
  'Bounds',
] as const;

function plural(word: string): string {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
