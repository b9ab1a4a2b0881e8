import { textTable } from '../text-table.js';
import type {
  BuildInfo,
  DifferencesInfo,
  DifferenceSample,
  ParkedInfo,
  ProjectionInfo,
  RehearsalInfo,
} from './projections-api.js';

const HEADER = ['projection', 'version', 'state', 'lag', 'events/s', 'parked', 'beside it'];

/** The projections as a table: what is read, how far it is, and what is built beside it. */
export function projectionsTable(projections: readonly ProjectionInfo[]): string {
  const rows = projections.map(({ name, live, paused, parked, candidate, previous }) => [
    name,
    live === null ? '-' : `v${String(live.version)}`,
    stateText(live, paused),
    live === null ? '-' : lagText(live),
    live === null ? '-' : String(Math.round(live.rate)),
    parked ?? 0,
    besideText(candidate, previous),
  ]);
  const remarks = projections.flatMap(({ name, live, candidate }) =>
    [live, candidate].flatMap((build) =>
      remarksOn(build).map((remark) => `${name} (${build?.build ?? ''}): ${remark}`),
    ),
  );
  return [textTable(HEADER, rows), ...(remarks.length === 0 ? [] : ['', ...remarks])].join('\n');
}

/** Parked documents as a table, each with its error below the table. */
export function parkedText(entries: readonly ParkedInfo[]): string {
  if (entries.length === 0) return 'No document is parked.';
  const rows = entries.map(({ key, type, stream, revision, attempts, since }) => [
    key,
    type,
    `${stream}@${revision}`,
    attempts,
    since,
  ]);
  const errors = entries.map(({ key, error }) => `${key}: ${error}`);
  return [textTable(['document', 'event', 'stream', 'attempts', 'since'], rows), '', ...errors].join('\n');
}

/** What a rehearsed build would change, in lines for people. */
export function rehearsalText(rehearsal: RehearsalInfo): string {
  const { live, candidate, position, added, gone, changed, unchanged, fields, otherFields, unsettled } = rehearsal;
  return [
    `${candidate} instead of ${live}, at position ${position}:`,
    `${String(added.documents)} documents added, ${String(gone.documents)} gone, ${String(changed)} changed, ${String(unchanged)} unchanged.`,
    ...differencesLines('added', added),
    ...differencesLines('gone', gone),
    ...fields.flatMap(({ field, ...differences }) => differencesLines(field, differences)),
    ...(otherFields === 0 ? [] : ['', `other fields: ${String(otherFields)} documents`]),
    ...(unsettled === 0 ? [] : ['', `${String(unsettled)} documents change too often to be compared.`]),
  ].join('\n');
}

function differencesLines(what: string, { documents, samples }: DifferencesInfo): readonly string[] {
  if (documents === 0) return [];
  return ['', `${what}: ${String(documents)} documents`, ...samples.map(sampleLine)];
}

function sampleLine({ key, before, after, causes }: DifferenceSample): string {
  const events = causes.map(({ type, stream, revision }) => `${type}, ${stream}@${revision}`).join('; ');
  return `  ${key}: ${before ?? 'nothing'} -> ${after ?? 'nothing'}${events === '' ? '' : `  (${events})`}`;
}

function remarksOn(build: BuildInfo | null): readonly string[] {
  const { error = null, waitsBecause = null } = build ?? {};
  return [
    ...(error === null ? [] : [error]),
    ...(waitsBecause === null ? [] : [`It waits for a promotion. ${waitsBecause}`]),
  ];
}

function stateText(live: BuildInfo | null, paused: boolean): string {
  if (paused) return 'paused';
  return live?.state ?? 'not running';
}

function lagText({ lagEvents, lagSeconds, position }: BuildInfo): string {
  if (lagEvents === 0) return '0';
  const seconds = lagSeconds === null ? '' : ` (${String(lagSeconds)} s)`;
  return lagEvents === null ? `at ${position}${seconds}` : `${String(lagEvents)}${seconds}`;
}

function besideText(candidate: BuildInfo | null, previous: BuildInfo | null): string {
  const parts = [];
  if (candidate !== null) parts.push(`${candidate.build} ${candidate.state}${progressText(candidate)}`);
  if (previous !== null) parts.push(`${previous.build} kept until ${previous.keptUntil ?? 'dropped'}`);
  return parts.join('; ');
}

function progressText({ state, done, secondsLeft }: BuildInfo): string {
  if (state !== 'building' || done === null) return '';
  const left = secondsLeft === null ? '' : `, ${String(secondsLeft)} s left`;
  return ` ${String(Math.floor(done * 100))} %${left}`;
}
