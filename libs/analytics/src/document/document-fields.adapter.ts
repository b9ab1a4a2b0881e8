import { Float, type GqlTypeReference, ID, Int, TypeMetadataStorage } from '@nestjs/graphql';
import { GraphQLScalarType } from 'graphql';
import { enumNames, Instant, LocalDate } from '#graphql';
import { declaredFields } from './field.adapter.js';
import { declaredType } from './object-type.adapter.js';

/** What a field holds, as far as it matters for asking: `OTHER` is a scalar that only the analyst knows. */
export type FieldKind =
  'ID' | 'STRING' | 'INT' | 'FLOAT' | 'BOOLEAN' | 'DATE' | 'INSTANT' | 'ENUM' | 'OBJECT' | 'OTHER' | 'UNUSABLE';

/** A field of a document as its decorator declares it. */
export interface DocumentField {
  readonly name: string;
  readonly kind: FieldKind;
  /** What GraphQL calls its type: a scalar, an enum's reference, a class. */
  readonly type: GqlTypeReference;
  readonly isList: boolean;
  readonly nullable: boolean;
  readonly description?: string;
}

const KINDS: ReadonlyMap<unknown, FieldKind> = new Map<unknown, FieldKind>([
  [ID, 'ID'],
  [String, 'STRING'],
  [Int, 'INT'],
  [Float, 'FLOAT'],
  [Number, 'FLOAT'],
  [Boolean, 'BOOLEAN'],
  [LocalDate, 'DATE'],
  [Instant, 'INSTANT'],
  // No JSON.
  [Date, 'UNUSABLE'],
]);

const COMPARABLE: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'ID',
  'STRING',
  'INT',
  'FLOAT',
  'BOOLEAN',
  'DATE',
  'INSTANT',
  'ENUM',
]);

/** True for a field by whose value documents can be sorted and grouped. */
export function isComparable({ kind, isList }: DocumentField): boolean {
  return !isList && COMPARABLE.has(kind);
}

/** The name of a document's GraphQL type; `undefined` for a class that declares none. */
export function documentTypeName(document: new () => object): string | undefined {
  if (declaredType(document) !== undefined) return document.name;
  // A context declares its types with Nest's own decorators.
  return TypeMetadataStorage.getObjectTypeMetadataByTarget(document)?.name;
}

/** The name of a document's GraphQL type, or the one it would have. */
export function typeNameOf(document: new () => object): string {
  return documentTypeName(document) ?? document.name;
}

/** The fields that a document's class and its base classes declare, those of the base first. */
export function documentFields(document: new () => object): readonly DocumentField[] {
  return declaredFields(document).map(({ name, type, nullable = false, description }) => {
    const declared = type();
    const [element] = Array.isArray(declared)
      ? (declared as readonly GqlTypeReference[])
      : [declared as GqlTypeReference];
    return {
      name,
      kind: kindOf(element),
      type: element as GqlTypeReference,
      isList: Array.isArray(declared),
      nullable,
      ...(description === undefined ? {} : { description }),
    };
  });
}

/** Whether the document has a field of that name. */
export function declaresField(document: new () => object, wanted: string): boolean {
  return documentFields(document).some(({ name }) => name === wanted);
}

function kindOf(type: unknown): FieldKind {
  const known = KINDS.get(type);
  if (known !== undefined) return known;
  if (enumNames.has(type)) return 'ENUM';
  if (typeof type === 'function')
    return documentTypeName(type as new () => object) === undefined ? 'UNUSABLE' : 'OBJECT';
  return type instanceof GraphQLScalarType ? 'OTHER' : 'UNUSABLE';
}
