import { type Collection, documentPages, type Stored } from '#document-store';
import type { Position, StoredEvent } from '#event-sourcing';
import { pause } from '../backoff.engine.js';
import type { Build } from '../builds/projection-builds.js';
import {
  type ComparedDocument,
  type Difference,
  type Differences,
  emptyTally,
  type RehearsalTally,
  tallyOf,
  together,
} from './rehearsal-tally.js';

/** The event that changed a document last. */
export interface SampleCause extends Pick<StoredEvent, 'type' | 'stream' | 'revision' | 'position'> {
  /** Server clock, UTC; absent for an event without an envelope. */
  readonly recordedAt?: string;
}

/** What differs in one document, with the events that changed it last. */
export interface RehearsalSample extends Omit<Difference, 'changedAt'> {
  readonly causes: readonly SampleCause[];
}

/** In how many documents something differs, and a few of them. */
export interface RehearsalDifferences {
  readonly documents: number;
  readonly samples: readonly RehearsalSample[];
}

/** What would change for readers if the build beside the one that is read took its place. */
export interface Rehearsal {
  readonly live: Build;
  readonly candidate: Build;
  /** Both contain everything up to here. */
  readonly position: Position;
  readonly unchanged: number;
  readonly changed: number;
  readonly added: RehearsalDifferences;
  readonly gone: RehearsalDifferences;
  /** By field, whatever the place in a list (`contacts.personId`); what differs most comes first. */
  readonly fields: readonly (RehearsalDifferences & { readonly field: string })[];
  /** Fields that are not told apart any more, by documents: there are too many. */
  readonly otherFields: number;
  /** Documents that could not be compared at one position: they change all the time, or one of the builds stands still. */
  readonly unsettled: number;
}

/** One of the two builds that are compared. */
export interface RehearsedBuild {
  readonly build: Build;
  readonly collection: Collection<object>;
  /** Everything up to here is contained in its documents by now. */
  position(): Promise<Position>;
}

/** What {@link rehearse} stands on. */
export interface RehearsalParts {
  readonly live: RehearsedBuild;
  readonly candidate: RehearsedBuild;
  readonly eventsAt: (positions: ReadonlySet<Position>) => Promise<ReadonlyMap<Position, StoredEvent>>;
  readonly signal: AbortSignal;
}

/** So many documents are in hand at a time. */
const PAGE = 500;
/** So often a document is looked at again that an event has just changed. */
const MOST_LOOKS = 10;
const BETWEEN_LOOKS_MS = 20;

/**
 * Compares the documents of two builds while both follow the log: each document at one position that both have passed.
 * Memory stays flat. Documents that come into being meanwhile may be left out. Throws what the stores throw, and the signal's reason.
 */
export async function rehearse(parts: RehearsalParts): Promise<Rehearsal> {
  const { live, candidate } = parts;
  const { tally, unsettled } = await comparison(parts);
  const causes = await causesOf(tally, parts);
  const told = (differences: Differences): RehearsalDifferences => withCauses(differences, causes);
  return {
    live: live.build,
    candidate: candidate.build,
    position: await reachedByBoth(parts),
    unchanged: tally.unchanged,
    changed: tally.changed,
    added: told(tally.added),
    gone: told(tally.gone),
    fields: [...tally.fields]
      .map(([field, differences]) => ({ field, ...told(differences) }))
      .sort((one, other) => other.documents - one.documents),
    otherFields: tally.otherFields,
    unsettled,
  };
}

async function comparison(parts: RehearsalParts): Promise<{ tally: RehearsalTally; unsettled: number }> {
  const { live, candidate } = parts;
  let tally = emptyTally;
  let unsettled = 0;
  const count = async (ids: readonly string[], isNew: (compared: ComparedDocument) => boolean): Promise<void> => {
    const { settled, left } = await settledIn(ids, parts);
    for (const compared of settled) if (isNew(compared)) tally = together(tally, tallyOf(compared));
    unsettled += left;
  };
  for await (const ids of idsOf(live.collection, parts.signal)) await count(ids, () => true);
  for await (const ids of idsOf(candidate.collection, parts.signal)) {
    // What the build that is read has, too, has been compared.
    const known = await live.collection.getMany(ids);
    const onlyHere = ids.filter((id) => known.get(id)?.document === undefined);
    await count(onlyHere, ({ before }) => before === undefined);
  }
  return { tally, unsettled };
}

async function* idsOf(
  collection: Collection<object>,
  signal: AbortSignal,
): AsyncGenerator<readonly string[], void, undefined> {
  signal.throwIfAborted();
  for await (const documents of documentPages(collection, { limit: PAGE })) {
    yield documents.map(({ id }) => id);
    signal.throwIfAborted();
  }
}

/**
 * A document whose last event both builds have passed before it was read is, in both, as it was at that position. Others are
 * looked at again.
 */
async function settledIn(
  ids: readonly string[],
  parts: RehearsalParts,
): Promise<{ readonly settled: readonly ComparedDocument[]; readonly left: number }> {
  const { live, candidate, signal } = parts;
  const settled: ComparedDocument[] = [];
  let left = ids;
  for (let look = 1; left.length > 0 && look <= MOST_LOOKS; look += 1) {
    if (look > 1) await pause(BETWEEN_LOOKS_MS, signal);
    const reached = await reachedByBoth(parts);
    const [before, after] = await Promise.all([live.collection.getMany(left), candidate.collection.getMany(left)]);
    const isSettled = (stored: Stored<object> | undefined): boolean => (stored?.position ?? '') <= reached;
    const moving: string[] = [];
    for (const id of left)
      if (isSettled(before.get(id)) && isSettled(after.get(id)))
        settled.push(compared(id, before.get(id), after.get(id)));
      else moving.push(id);
    left = moving;
  }
  return { settled, left: left.length };
}

function compared(
  key: string,
  before: Stored<object> | undefined,
  after: Stored<object> | undefined,
): ComparedDocument {
  const positions = [before?.position, after?.position].filter((position) => position !== undefined);
  return { key, before: before?.document, after: after?.document, changedAt: [...new Set(positions)].sort() };
}

async function reachedByBoth({ live, candidate }: RehearsalParts): Promise<Position> {
  const [one, other] = await Promise.all([live.position(), candidate.position()]);
  return one < other ? one : other;
}

function causesOf(
  { added, gone, fields }: RehearsalTally,
  { eventsAt }: RehearsalParts,
): Promise<ReadonlyMap<Position, StoredEvent>> {
  const samples = [added, gone, ...fields.values()].flatMap((differences) => differences.samples);
  return eventsAt(new Set(samples.flatMap(({ changedAt }) => changedAt)));
}

function withCauses(
  { documents, samples }: Differences,
  events: ReadonlyMap<Position, StoredEvent>,
): RehearsalDifferences {
  return {
    documents,
    samples: samples.map(({ key, before, after, changedAt }) => ({
      key,
      before,
      after,
      causes: changedAt.flatMap((position) => causeIn(events.get(position)) ?? []),
    })),
  };
}

function causeIn(event: StoredEvent | undefined): SampleCause | undefined {
  if (event === undefined) return undefined;
  const { type, stream, revision, position, metadata } = event;
  const { recordedAt } = metadata;
  return { type, stream, revision, position, ...(typeof recordedAt === 'string' && { recordedAt }) };
}
