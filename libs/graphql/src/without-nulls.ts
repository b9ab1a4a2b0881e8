/** What is left of a GraphQL input when every null is taken for "not given", at any depth; plain objects throughout. */
export function withoutNulls<Input extends object>(input: Input): Input {
  return cleaned(input) as Input;
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, cleaned(inner)]),
  );
}
