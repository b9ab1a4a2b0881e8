import type { Keyset, Scalar } from '#document-store';

/** An opaque cursor for a row: its sort values and its id, so that the next page starts right behind it. */
export function encodeCursor({ values, id }: Keyset): string {
  return Buffer.from(JSON.stringify([...values, id])).toString('base64url');
}

/** The place that a cursor stands for; `undefined` for anything that no list with so many sort fields handed out. */
export function decodeCursor(cursor: string, sortFields: number): Keyset | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== sortFields + 1 || !parts.every(isScalar)) return undefined;
    const id = parts.at(-1) ?? null;
    return typeof id === 'string' ? { values: parts.slice(0, -1), id } : undefined;
  } catch {
    return undefined;
  }
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
