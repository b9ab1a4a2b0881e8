import type { EventMetadata, JsonObject } from '#event-sourcing';

const TEXTS = ['recordedAt', 'occurredOn', 'commandId', '$correlationId', '$causationId', 'source', 'clock', 'hash'];

/**
 * Says which field of stored metadata is not what the envelope demands (domain.md 2.1), `undefined` when all are.
 * Written by hand because it runs for every event of a rebuild.
 */
export function envelopeFault(metadata: JsonObject): keyof EventMetadata | undefined {
  for (const field of TEXTS) if (typeof metadata[field] !== 'string') return field as keyof EventMetadata;
  if (!Number.isInteger(metadata['schemaVersion'])) return 'schemaVersion';
  if (!Number.isInteger(metadata['lateDays'])) return 'lateDays';
  if (metadata['prevHash'] !== null && typeof metadata['prevHash'] !== 'string') return 'prevHash';
  if (metadata['policyVersion'] !== undefined && typeof metadata['policyVersion'] !== 'string') return 'policyVersion';
  return isActor(metadata['actor']) ? undefined : 'actor';
}

function isActor(actor: unknown): boolean {
  if (typeof actor !== 'object' || actor === null) return false;
  const { userId, roles, onBehalfOfSide } = actor as Readonly<Record<string, unknown>>;
  return typeof userId === 'string' && Array.isArray(roles) && typeof onBehalfOfSide === 'string';
}
