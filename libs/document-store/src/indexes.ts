/** An index over one or more paths of a collection's documents, ascending, with `_id` behind them. */
export interface IndexDefinition {
  readonly fields: readonly string[];
  /**
   * Fields that the index also carries, behind `_id`: they order nothing, but a condition on them is tested without
   * fetching the document (MongoDB; in process every document is at hand).
   */
  readonly carried?: readonly string[];
}

const declared = new WeakMap<object, readonly IndexDefinition[]>();

/**
 * Declares an index on a property of a document class: it serves equality, membership in an array, ranges and sorting.
 * `path` reaches on into the property: `@Indexed('personId') contacts` indexes `contacts.personId`.
 */
export function Indexed(path?: string): (target: object, property: string) => void {
  return (target, property) => {
    declare(target.constructor, { fields: [path === undefined ? property : `${property}.${path}`] });
  };
}

/**
 * Declares an index over several paths on a document class. It serves a filter by equality on the first ones together
 * with a sort by exactly the rest, all in one direction: `@CompoundIndex(['state', 'openedOn'])` serves the open cases,
 * oldest or newest first.
 */
export function CompoundIndex(fields: readonly string[]): (target: abstract new (...args: never) => object) => void {
  return (target) => {
    declare(target, { fields });
  };
}

/** The indexes that a document class and its base classes declare, each once. */
export function indexesOf(documentClass: abstract new (...args: never) => object): readonly IndexDefinition[] {
  const found = new Map<string, IndexDefinition>();
  for (let type: unknown = documentClass; typeof type === 'function'; type = Object.getPrototypeOf(type))
    for (const index of declared.get(type) ?? []) found.set(index.fields.join(' '), index);
  return [...found.values()];
}

function declare(documentClass: object, index: IndexDefinition): void {
  declared.set(documentClass, [...(declared.get(documentClass) ?? []), index]);
}
