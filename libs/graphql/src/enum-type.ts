import { registerEnumType } from '@nestjs/graphql';

/** Declares a GraphQL enum with the values of one of the domain's closed lists; the result is its type reference. */
export function enumType<Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
): Readonly<Record<Value, Value>> {
  const reference = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  registerEnumType(reference, { name, description });
  return reference;
}
