import { registerEnumType } from '@nestjs/graphql';
import { assertEnumValueName, assertName } from 'graphql';

const declared = new Map<unknown, string>();

/** The name of every enum that has been declared until now, by its type reference. */
export const enumNames: ReadonlyMap<unknown, string> = declared;

/**
 * Declares a GraphQL enum with the values of one of the domain's closed lists; the result is its type reference. Throws for a
 * name or a value that GraphQL does not allow, before the schema knows of it.
 */
export function enumType<Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
): Readonly<Record<Value, Value>> {
  assertName(name);
  values.forEach(assertEnumValueName);
  const reference = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  registerEnumType(reference, { name, description });
  declared.set(reference, name);
  return reference;
}
