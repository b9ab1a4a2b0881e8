/** What is left of a GraphQL input when every null is taken for "not given", at any depth; plain objects throughout. */
export function withoutNulls<Input extends object>(input: Input): Input {
  return cleaned(input) as Input;
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const plain: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value))
    if (inner !== null && inner !== undefined) plain[key] = cleaned(inner);
  return plain;
}
