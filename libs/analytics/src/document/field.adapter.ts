import type { GqlTypeReference } from '@nestjs/graphql';

/** What can be said of a document's field besides its type. */
export interface DocumentFieldOptions {
  /** The field may be missing, `?` in the class. */
  readonly nullable?: boolean;
  /** What it means, for the GraphQL schema. */
  readonly description?: string;
  readonly deprecationReason?: string;
}

/** The type of a field, or a list of it: `Int`, `[Int]`. */
export type FieldType = GqlTypeReference | readonly [GqlTypeReference];

/** A field as a class declares it. */
export interface DeclaredField extends DocumentFieldOptions {
  readonly name: string;
  readonly type: () => FieldType;
}

const declared = new WeakMap<object, readonly DeclaredField[]>();

/**
 * Declares a field of a projection's document: `@Field(() => Int) readonly count!: number`. The type is always said:
 * what TypeScript hands over of a list or an interface is nothing, and a schema that lacks the type of one field cannot
 * be built at all. Throws when it is not.
 */
export function Field(
  type: () => FieldType,
  options: DocumentFieldOptions = {},
): (target: object, property: string) => void {
  return (target, property) => {
    if (typeof type !== 'function')
      throw new TypeError(
        `The field "${property}" of ${target.constructor.name} does not say its type. Write @Field(() => String), ` +
          'or what it is: Int, Float, Boolean, ID, LocalDate, Instant, an enum, or a list of one of these, () => [String].',
      );
    const { constructor } = target;
    declared.set(constructor, [...(declared.get(constructor) ?? []), { name: property, type, ...options }]);
  };
}

/** The fields that a document's class and its base classes declare, those of the base first. */
export function declaredFields(document: new () => object): readonly DeclaredField[] {
  const found: (readonly DeclaredField[])[] = [];
  for (let type: unknown = document; typeof type === 'function'; type = Object.getPrototypeOf(type))
    found.unshift(declared.get(type) ?? []);
  return found.flat();
}
