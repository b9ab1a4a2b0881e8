import { readFile } from 'node:fs/promises';
import { calendarDateIn, type CalendarDate } from '#calendar';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { detectProfile } from '../import/detect-profile.js';
import { mapRows } from '../import/map-rows.js';
import { readMappingFile } from '../import/mapping-file.js';
import type { Profile } from '../import/profile.js';
import { readTable } from '../import/read-table.js';
import type { RowPlan } from '../import/row-plan.js';
import type { Table } from '../import/table.js';
import { whyUnusable } from '../why-unusable.js';

/** A partner list, read and understood, nothing sent. */
export interface ImportFile {
  readonly path: string;
  readonly bytes: number;
  readonly table: Table;
  readonly profile: Profile;
  readonly today: CalendarDate;
}

/** Reads a list and finds out how it is to be read. Throws `CommandFailed` (usage) with the way out when it cannot be. */
export async function readImportFile(path: string, mappingPath?: string): Promise<ImportFile> {
  const bytes = await contentOf(path);
  const table = readTable(bytes);
  if (table.outcome === 'refused') throw refused(`${path}: ${table.message} (${table.code})`);
  const profile = mappingPath === undefined ? detected(path, table) : await mapped(mappingPath, table);
  return { path, bytes: bytes.byteLength, table, profile, today: calendarDateIn(new Date().toISOString()) };
}

/** What will become of every row; with `knownManagerEmails`, owners who are nobody's manager are rejected. */
export function plansOf(
  { table, profile, today }: ImportFile,
  knownManagerEmails?: readonly string[],
): readonly RowPlan[] {
  return mapRows(table, profile, { today, ...(knownManagerEmails === undefined ? {} : { knownManagerEmails }) });
}

function detected(path: string, { header }: Table): Profile {
  const found = detectProfile(header);
  if (found.outcome === 'unknown') throw refused(`${path}: ${found.message}`);
  return found.profile;
}

async function mapped(mappingPath: string, { header }: Table): Promise<Profile> {
  const read = readMappingFile((await contentOf(mappingPath)).toString('utf8'), header);
  if (read.outcome === 'refused')
    throw refused(`${mappingPath} cannot be used:\n${read.problems.map((problem) => `  ${problem}`).join('\n')}`);
  return read.profile;
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw refused(`${path} cannot be read: ${whyUnusable(error)}.`);
  }
}

function refused(message: string): CommandFailed {
  return new CommandFailed(message, ExitCode.usage);
}
