import { TypeMetadataStorage } from '@nestjs/graphql';
import { enumNames } from '#graphql';
import { documentFields, typeNameOf } from './document-fields.adapter.js';
import { declaredFields } from './field.adapter.js';

/** An object type or an enum that a document is made of. */
export interface TypeInDocument {
  readonly name: string;
  /** Its class, or its enum's reference. */
  readonly thing: unknown;
}

/** Every object type and enum that has been declared until now: its class or reference by its name. */
export function declaredTypes(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...TypeMetadataStorage.getObjectTypesMetadata().map(({ name, target }) => [name, target] as const),
    ...[...enumNames].map(([reference, name]) => [name, reference] as const),
  ]);
}

/** The object types and enums that a document is made of, itself included, each once. */
export function typesIn(document: new () => object): readonly TypeInDocument[] {
  const found = new Map<unknown, TypeInDocument>();
  collect(document, found);
  return [...found.values()];
}

function collect(document: new () => object, found: Map<unknown, TypeInDocument>): void {
  if (found.has(document)) return;
  found.set(document, { name: typeNameOf(document), thing: document });
  // What a context declares is the system's, with all that is in it.
  if (declaredFields(document).length === 0) return;
  for (const { kind, type } of documentFields(document)) {
    if (kind === 'ENUM') found.set(type, { name: enumNames.get(type) ?? '', thing: type });
    if (kind === 'OBJECT') collect(type as new () => object, found);
  }
}
