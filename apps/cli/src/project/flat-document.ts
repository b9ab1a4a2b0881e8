/** A value in a cell of a table: what JSON has besides objects, a list as JSON. `undefined`: the cell is empty. */
export type CellValue = string | number | boolean | undefined;

/**
 * A document as a row: the fields of objects in it under dotted names (`contact.since`), lists as JSON. A name that holds a
 * dot itself is written in quotes, so that no two fields meet in one column.
 */
export function flatDocument(document: object): ReadonlyMap<string, CellValue> {
  const cells = new Map<string, CellValue>();
  flatten(document, '', cells);
  return cells;
}

function flatten(value: object, prefix: string, cells: Map<string, CellValue>): void {
  for (const [name, field] of Object.entries(value)) {
    const column = `${prefix}${name.includes('.') ? JSON.stringify(name) : name}`;
    if (isObjectWithFields(field)) flatten(field, `${column}.`, cells);
    else cells.set(column, cellOf(field));
  }
}

function isObjectWithFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
