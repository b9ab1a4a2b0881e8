import { extname } from 'node:path';

/** The forms in which documents are written. */
export const outputFormats = ['csv', 'ndjson', 'json'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** The format that is asked for, else the one that the name of the file says, else CSV. */
export function outputFormat(asked: OutputFormat | undefined, file: string | undefined): OutputFormat {
  const ending = file === undefined ? '' : extname(file).slice(1).toLowerCase();
  return asked ?? outputFormats.find((format) => format === ending) ?? 'csv';
}
