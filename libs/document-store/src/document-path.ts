/** Reads the value under one path of a document; `undefined` where the path ends early. */
export type PathReader = (document: object) => unknown;

/**
 * A reader for a dotted path. On an array it takes the element that the next part counts, or else the values of all
 * elements that have one, as MongoDB does.
 */
export function pathReader(path: string): PathReader {
  if (!path.includes('.')) return (document) => fieldOf(document, path);
  const parts = path.split('.');
  return (document) => follow(document, parts, 0);
}

function follow(from: unknown, parts: readonly string[], start: number): unknown {
  let value = from;
  for (let index = start; index < parts.length && value !== undefined; index += 1) {
    const part = parts[index] ?? '';
    if (Array.isArray(value) && !/^\d+$/.test(part))
      return value.map((element) => follow(element, parts, index)).filter((found) => found !== undefined);
    value = fieldOf(value, part);
  }
  return value;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;
}
