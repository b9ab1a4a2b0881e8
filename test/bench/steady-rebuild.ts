import { setTimeout } from 'node:timers/promises';
import { ask } from './server.js';

const REBUILD = `mutation Rebuild($input: RebuildProjectionInput!) {
  rebuildProjection(input: $input) { ... on ProjectionAccepted { position } ... on CommandRejected { code message } }
}`;
const CANDIDATE = 'query Candidate($name: String) { projections(name: $name) { candidate { state done error } } }';
/** Seldom enough that asking is no load of its own. */
const LOOK_EVERY_MS = 100;
/** The share of the time that must have been spent on rebuilding, so that what was measured meanwhile counts. */
const LEAST_SHARE = 0.8;

interface Candidate {
  readonly state: string;
  readonly done: number | null;
  readonly error: string | null;
}

/** Which projection of which server is rebuilt. */
export interface RebuildTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly projection: string;
}

/**
 * Has a projection rebuilt again and again while some work is done, each time as `accord projections rebuild` asks for it, and
 * waits for the last one to take over. Rejects when a rebuild is refused or fails, and when it ran for too little of the
 * time: what was measured would say nothing then.
 */
export async function whileRebuilding<Answer>(target: RebuildTarget, work: () => Promise<Answer>): Promise<Answer> {
  const state = { isOver: false, idleMs: 0 };
  await begin(target);
  const started = performance.now();
  const rebuilding = keepRebuilding(target, state);
  try {
    const answer = await Promise.race([
      work(),
      rebuilding.then(() => Promise.reject(new Error('It ended too early.'))),
    ]);
    const share = 1 - state.idleMs / (performance.now() - started);
    if (share < LEAST_SHARE)
      throw new Error(
        `${target.projection} was being rebuilt for ${(share * 100).toFixed(0)} % of the time only: take a longer log.`,
      );
    return answer;
  } finally {
    state.isOver = true;
    await rebuilding;
  }
}

/** Asks for the next rebuild as soon as one has taken over; counts the time between them, at most. */
async function keepRebuilding(target: RebuildTarget, state: { isOver: boolean; idleMs: number }): Promise<void> {
  for (let seenAt = performance.now(); ;) {
    await setTimeout(LOOK_EVERY_MS);
    if (await isRebuilding(target)) {
      seenAt = performance.now();
      continue;
    }
    if (state.isOver) return;
    await begin(target);
    state.idleMs += performance.now() - seenAt;
    seenAt = performance.now();
  }
}

async function begin({ url, headers, projection }: RebuildTarget): Promise<void> {
  const { rebuildProjection } = await ask<{ readonly rebuildProjection: { readonly position?: string } }>(
    url,
    headers,
    REBUILD,
    { input: { projection } },
  );
  if (rebuildProjection.position === undefined)
    throw new Error(`The rebuild of ${projection} was refused: ${JSON.stringify(rebuildProjection)}`);
}

async function isRebuilding({ url, headers, projection }: RebuildTarget): Promise<boolean> {
  const { projections } = await ask<{ readonly projections: readonly { readonly candidate: Candidate | null }[] }>(
    url,
    headers,
    CANDIDATE,
    { name: projection },
  );
  const candidate = projections[0]?.candidate ?? null;
  if (candidate === null) return false;
  if (candidate.error !== null) throw new Error(`The rebuild of ${projection} fails: ${candidate.error}`);
  return true;
}
