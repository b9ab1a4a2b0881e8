import { assertName } from 'graphql';

/** What can be said of a document's type. */
export interface DocumentTypeOptions {
  /** What a document stands for, for the GraphQL schema. */
  readonly description?: string;
}

const declared = new WeakMap<object, DocumentTypeOptions>();

/**
 * Makes a class the GraphQL type of a projection's documents, or of a part of them, under its own name. Throws for a name that
 * GraphQL does not allow.
 */
export function ObjectType(options: DocumentTypeOptions = {}): (target: new () => object) => void {
  return (target) => {
    assertName(target.name);
    declared.set(target, options);
  };
}

/** What a class says of itself as a GraphQL type; `undefined` for one that does not declare itself to be one. */
export function declaredType(document: new () => object): DocumentTypeOptions | undefined {
  return declared.get(document);
}
