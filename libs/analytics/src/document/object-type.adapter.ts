import { ObjectType as NestObjectType } from '@nestjs/graphql';
import { assertName } from 'graphql';

/** What can be said of a document's type. */
export interface DocumentTypeOptions {
  /** What a document stands for, for the GraphQL schema. */
  readonly description?: string;
}

/**
 * Makes a class the GraphQL type of a projection's documents, or of a part of them, under its own name. Throws for a name that
 * GraphQL does not allow, before the schema knows of it.
 */
export function ObjectType(options: DocumentTypeOptions = {}): (target: new () => object) => void {
  return (target) => {
    assertName(target.name);
    NestObjectType(target.name, { ...options })(target);
  };
}
