import type { ProjectionBuild } from '../builds/projection-build.engine.js';
import { NothingRehearsed } from './nothing-rehearsed.js';
import { rehearse, type Rehearsal, type RehearsedBuild } from './rehearsal.engine.js';

/**
 * Compares a projection's live build and the one beside it, with the events behind what differs. Rejects with
 * {@link NothingRehearsed}, with what the stores throw, and with the signal's reason.
 */
export async function rehearseBuilds(
  name: string,
  live: ProjectionBuild | undefined,
  candidate: ProjectionBuild | undefined,
  signal: AbortSignal,
): Promise<Rehearsal> {
  if (live === undefined || candidate === undefined)
    throw new NothingRehearsed(
      `Projection "${name}" has no build beside the live one. Ask for a rebuild with a rehearsal.`,
      false,
    );
  if (!candidate.hasCaughtUp)
    throw new NothingRehearsed(
      `The build "${candidate.readModel}" has not caught up with the log. Wait until it is rehearsed.`,
      true,
    );
  const { hub } = live.parts;
  const types = typesOf([live, candidate]);
  const eventsAt = (positions: ReadonlySet<string>) => hub.eventsAt(positions, types);
  return rehearse({ live: rehearsed(live), candidate: rehearsed(candidate), eventsAt, signal });
}

function rehearsed(build: ProjectionBuild): RehearsedBuild {
  const { build: which, collection } = build.parts;
  const { readModel, version, request } = which;
  return { build: { readModel, version, request }, collection, position: () => build.reached() };
}

/** The events that the builds read; `undefined` when the code of one is gone. */
function typesOf(builds: readonly ProjectionBuild[]): readonly string[] | undefined {
  const types = new Set<string>();
  for (const { parts } of builds) {
    if (parts.projection === undefined) return undefined;
    for (const type of Object.keys(parts.projection.on)) types.add(type);
  }
  return [...types];
}
