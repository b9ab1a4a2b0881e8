import { InvalidArgumentError } from 'commander';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { OutputFormat } from './output-format.js';

/** The options of `accord project`. */
export interface ProjectOptions {
  readonly out?: string;
  readonly format?: OutputFormat;
  /** UTC with milliseconds. */
  readonly knownAt?: string;
  readonly types?: readonly string[];
  readonly sort?: string;
  readonly limit?: number;
  readonly explain?: string;
  readonly keepGoing: boolean;
  readonly check: boolean;
  readonly watch: boolean;
  readonly log?: string;
  readonly dataDir: string;
  readonly json: boolean;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an instant with its zone; gives it as events have it, in UTC with milliseconds. */
export function instant(text: string): string {
  const parsed = INSTANT.test(text) ? new Date(text) : undefined;
  if (parsed === undefined || Number.isNaN(parsed.getTime()))
    throw new InvalidArgumentError('Give an instant with its zone, like 2026-03-31T18:00:00Z or …T20:00:00+02:00.');
  return parsed.toISOString();
}

/** Reads names separated by commas. */
export function names(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The events to read: those that the projection reads, or some of them. Throws {@link CommandFailed} for any other. */
export function typesToRead(known: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  if (wanted === undefined) return known;
  const unknown = wanted.filter((type) => !known.includes(type));
  if (unknown.length === 0 && wanted.length > 0) return wanted;
  const what = wanted.length === 0 ? '--types names no event.' : `The projection does not read ${unknown.join(', ')}.`;
  throw new CommandFailed(`${what} Choose from ${known.join(', ')}.`, ExitCode.usage);
}
