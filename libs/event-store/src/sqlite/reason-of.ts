/**
 * What a caught error says. Not by `instanceof Error`: what native code throws may belong to another realm (it does in
 * Jest).
 */
export function reasonOf(error: unknown): string {
  const message = (error as { readonly message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : String(error);
}
