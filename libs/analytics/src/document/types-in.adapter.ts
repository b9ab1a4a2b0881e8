import { TypeMetadataStorage } from '@nestjs/graphql';
import { enumNames } from '#graphql';
import { documentFields, documentTypeName } from './document-fields.adapter.js';
import { declaredFields } from './field.adapter.js';

/** GraphQL types by name: their classes, or their enums' references. */
export type TypesByName = ReadonlyMap<string, unknown>;

/** Every object type and enum that has been declared until now. */
export function declaredTypes(): TypesByName {
  return new Map<string, unknown>([
    ...TypeMetadataStorage.getObjectTypesMetadata().map(({ name, target }) => [name, target] as const),
    ...[...enumNames].map(([reference, name]) => [name, reference] as const),
  ]);
}

/** The object types and enums that a document is made of, itself included. */
export function typesIn(document: new () => object): TypesByName {
  const found = new Map<string, unknown>();
  collect(document, found);
  return found;
}

function collect(document: new () => object, found: Map<string, unknown>): void {
  found.set(documentTypeName(document) ?? document.name, document);
  if (declaredFields(document).length === 0) return;
  for (const { kind, type } of documentFields(document)) {
    if (kind === 'ENUM') found.set(enumNames.get(type) ?? '', type);
    if (kind === 'OBJECT' && ![...found.values()].includes(type)) collect(type as new () => object, found);
  }
}
