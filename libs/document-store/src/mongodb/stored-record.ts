import type { Position } from '#event-sourcing';

/**
 * How MongoDB keeps a document: its fields lie below `document`, apart from ours, so that none can collide and none of
 * ours is handed out. A deleted one has no `document`, but keeps its position.
 */
export interface StoredRecord {
  readonly _id: string;
  readonly position: Position;
  readonly document?: object;
}

/** What every query asks beside its own conditions; indexes hold only what fulfils it. */
export const NOT_DELETED = { document: { $exists: true } } as const;

/** A field of the record instead of a field of the document. */
export function storedPath(path: string): string {
  return path === '_id' ? path : `document.${path}`;
}

/**
 * The first key in a document that MongoDB does not keep as it is: one that begins with `$` (refused before 5.0, and
 * `$ref` with `$id` comes back as something else) or holds a null character. Dotted keys are kept.
 */
export function unstorableKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && (key.startsWith('$') || key.includes('\0'))) return key;
    const found = unstorableKey(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
