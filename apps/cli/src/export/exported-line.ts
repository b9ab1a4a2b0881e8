import type { ExportFormat } from '#analytics';

const POSITIONS: Readonly<Record<ExportFormat, RegExp>> = {
  ndjson: /^\{"position":"([0-9A-Za-z-]+)"/,
  csv: /^([0-9A-Za-z-]{20,}),/,
};

/** What an export can be written as. */
export const exportFormats = Object.keys(POSITIONS) as readonly ExportFormat[];

/** The position at the beginning of a line of an export; `undefined` for any other line, the names of columns among them. */
export function positionIn(line: string, format: ExportFormat): string | undefined {
  return POSITIONS[format].exec(line)?.[1];
}
