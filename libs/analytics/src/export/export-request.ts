import { isCalendarDate } from '#calendar';
import type { Position } from '#event-sourcing';
import { nearestName } from '../projection-file/nearest-name.js';

/** In what form events are exported. */
export const exportFormats = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Which events are wanted, and in what form. */
export interface ExportRequest {
  readonly format: ExportFormat;
  /** Only these types; all without. */
  readonly types?: readonly string[];
  /** Recorded at this instant or later. */
  readonly from?: string;
  /** Recorded before this instant. */
  readonly until?: string;
  /** Only events behind this position. */
  readonly after?: Position;
  /** The most events there may be. */
  readonly limit?: number;
}

/** What a request is checked against. */
export interface KnownOfLog {
  readonly types: readonly string[];
  /** The position before the first event: all have its width. */
  readonly start: Position;
}

type Part = Partial<ExportRequest> | { readonly refusal: string };

const parameters: Readonly<Record<string, (value: string, known: KnownOfLog) => Part>> = {
  format: (value) => {
    const format = exportFormats.find((one) => one === value);
    return format === undefined ? wrong('format', value, exportFormats.join(' or ')) : { format };
  },
  types: (value, known) => {
    const types = value.split(',');
    const stranger = types.find((type) => !known.types.includes(type));
    return stranger === undefined ? { types: [...new Set(types)] } : { refusal: unknownType(stranger, known.types) };
  },
  from: (value) => {
    const from = instantOf(value);
    return from === undefined ? wrong('from', value, MOMENT) : { from };
  },
  until: (value) => {
    const until = instantOf(value);
    return until === undefined ? wrong('until', value, MOMENT) : { until };
  },
  after: (value, { start }) =>
    value.length === start.length && /^[0-9A-Za-z-]+$/.test(value)
      ? { after: value }
      : wrong('after', value, 'the position of an exported event'),
  limit: (value) =>
    /^[1-9]\d{0,14}$/.test(value) ? { limit: Number(value) } : wrong('limit', value, 'a whole number from 1'),
};

const MOMENT = 'a date like 2026-03-31 or a moment like 2026-03-31T06:00:00.000Z';

/** The request that the parameters of an address make, or one sentence about the first that is wrong. */
export function exportRequest(
  query: Readonly<Record<string, unknown>>,
  known: KnownOfLog,
): { readonly request: ExportRequest } | { readonly refusal: string } {
  let request: ExportRequest = { format: 'ndjson' };
  for (const [name, value] of Object.entries(query)) {
    const read = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (read === undefined)
      return { refusal: `There is no parameter "${name}"; there are ${Object.keys(parameters).join(', ')}.` };
    if (typeof value !== 'string') return { refusal: `${name} is given more than once. Give it once.` };
    const part = read(value, known);
    if ('refusal' in part) return part;
    request = { ...request, ...part };
  }
  return { request };
}

/** ISO 8601 in UTC; a date is its first moment. */
function instantOf(value: string): string | undefined {
  const [, date = '', time = '00:00', seconds = '00', milliseconds = '000'] =
    /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?Z)?$/.exec(value) ?? [];
  return isCalendarDate(date) ? `${date}T${time}:${seconds}.${milliseconds}Z` : undefined;
}

function wrong(name: string, value: string, wanted: string): { readonly refusal: string } {
  return { refusal: `${name} is "${value}"; it must be ${wanted}.` };
}

function unknownType(type: string, known: readonly string[]): string {
  const nearest = nearestName(type, known);
  const hint = nearest === undefined ? 'The query eventCatalogue lists them' : `Is ${nearest} meant`;
  return `types: there is no event type "${type}". ${hint}${nearest === undefined ? '.' : '?'}`;
}
