import type { Disclosure, PseudonymKind } from '#event-fields';
import type { Json, Recorded } from '#event-sourcing';

/** What a pseudonym stands for; `message` is an event or a command, which refer to each other as causes. */
export type Pseudonymised = PseudonymKind | 'message';

/** The pseudonym of a value: always the same for the same kind and value, and nothing of the value can be told by it. */
export type PseudonymOf = (kind: Pseudonymised, value: string) => string;

/** What an export does with the events of a type. */
export interface ExportPlan {
  /** How the names of its streams begin, `partnership-`. */
  readonly streams: string;
  /** What becomes of the rest of their names. */
  readonly streamIds: 'open' | PseudonymKind;
  /** What becomes of each field of its data by path; what is not there is withheld. */
  readonly fields: ReadonlyMap<string, Disclosure>;
}

/** An event as it leaves the system, without anything that tells who a natural person is (ADR 55). */
export interface ExportedEvent {
  readonly position: string;
  readonly type: string;
  /** The kind of its stream, `partnership`. */
  readonly stream: string;
  /** The id of what the stream is about. */
  readonly streamId: string;
  /** Its place in the stream, counted from 0. */
  readonly revision: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly lateDays: number;
  readonly event: string;
  readonly command: string;
  readonly correlation: string;
  readonly causation: string;
  readonly actor: string;
  readonly actorRoles: readonly string[];
  readonly actorSide: string;
  readonly source: string;
  readonly clock: string;
  readonly policyVersion?: string;
  readonly data: Json;
  /** The paths of the fields that were there and are left out. */
  readonly withheld: readonly string[];
}

/** The event without names, texts and hashes, and with pseudonyms in place of whoever it names. */
export function pseudonymise(event: Recorded, plan: ExportPlan, pseudonymOf: PseudonymOf): ExportedEvent {
  const { metadata } = event;
  const withheld = new Set<string>();
  const data = disclosed(event.data as Json, '', { fields: plan.fields, pseudonymOf, withheld }) ?? {};
  const streamId = event.stream.slice(plan.streams.length);
  return {
    position: event.position,
    type: event.type,
    stream: plan.streams.slice(0, -1),
    streamId: plan.streamIds === 'open' ? streamId : pseudonymOf(plan.streamIds, streamId),
    revision: Number(event.revision),
    occurredOn: event.occurredOn,
    recordedAt: metadata.recordedAt,
    lateDays: metadata.lateDays,
    event: pseudonymOf('message', event.id),
    command: pseudonymOf('message', metadata.commandId),
    correlation: pseudonymOf('message', metadata.$correlationId),
    causation: pseudonymOf('message', metadata.$causationId),
    actor: pseudonymOf('user', metadata.actor.userId),
    actorRoles: metadata.actor.roles,
    actorSide: metadata.actor.onBehalfOfSide,
    source: metadata.source,
    clock: metadata.clock,
    ...(metadata.policyVersion !== undefined && { policyVersion: metadata.policyVersion }),
    data,
    withheld: [...withheld],
  };
}

interface Disclosing {
  readonly fields: ReadonlyMap<string, Disclosure>;
  readonly pseudonymOf: PseudonymOf;
  readonly withheld: Set<string>;
}

/** What of a value may be told; `undefined` when nothing of it. */
function disclosed(value: Json, path: string, disclosing: Disclosing): Json | undefined {
  const disclosure = path === '' ? 'open' : disclosing.fields.get(path);
  if (disclosure === 'open') return inside(value, path, disclosing);
  if (disclosure !== undefined && disclosure !== 'withheld' && typeof value === 'string')
    return disclosing.pseudonymOf(disclosure, value);
  disclosing.withheld.add(path);
  return undefined;
}

function inside(value: Json, path: string, disclosing: Disclosing): Json {
  if (typeof value !== 'object' || value === null) return value;
  // An element that is left out leaves its place: how many there were is no secret.
  if (isList(value)) return value.map((element) => disclosed(element, `${path}[]`, disclosing) ?? null);
  const told: Record<string, Json> = {};
  for (const [name, field] of Object.entries(value)) {
    const shown = disclosed(field, path === '' ? name : `${path}.${name}`, disclosing);
    if (shown !== undefined) told[name] = shown;
  }
  return told;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
