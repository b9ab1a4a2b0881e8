import { readModelName } from './read-model-name.js';

/** One build of a projection: documents, checkpoints and leases of its own, under the name of its read model. */
export interface Build {
  readonly readModel: string;
  readonly version: number;
  /** Of the request that began it: `v2` where the code's own version did. */
  readonly request: string;
  /** Into how many its documents are divided, each with a checkpoint and a lease; absent: it is one. */
  readonly partitions?: number;
}

/** What is known of a projection's builds, by all processes alike: the document that decides which one is read. */
export interface ProjectionBuilds {
  readonly live: Build;
  /**
   * Being built beside the live one. `rehearse`: it waits for a promotion instead of taking over; `promoted`: it takes over whatever
   * is parked in it.
   */
  readonly candidate?: Build & { readonly rehearse: boolean; readonly promoted?: true };
  /** Was live before, or was left by going back; kept until then (milliseconds since 1970). */
  readonly previous?: Build & { readonly until: number };
  /** Read models whose collections are to be dropped. */
  readonly retired: readonly string[];
  /** How many builds each version has had. Names never come again: what a late writer left behind is in nobody's way. */
  readonly begun: Readonly<Record<string, number>>;
  /** Every request there was, in order: none is carried out twice. */
  readonly requests: readonly string[];
}

/** A step from one state to the next; what has been done already it leaves as it is, the same object. */
export type BuildsChange = (builds: ProjectionBuilds) => ProjectionBuilds;

/** Before the first build of a projection. */
export function firstBuilds(name: string, version: number, partitions: number): ProjectionBuilds {
  const request = requestOfVersion(version);
  return {
    live: { readModel: readModelName({ name, version }), version, request, ...divided(partitions) },
    retired: [],
    begun: { [version]: 1 },
    requests: [request],
  };
}

/** What is to be built. */
export interface BuildToBegin {
  readonly request: string;
  readonly version: number;
  readonly partitions: number;
  readonly rehearse: boolean;
}

/** Begins a build, in place of one that has not taken over yet. */
export function begin(name: string, { request, version, partitions, rehearse }: BuildToBegin): BuildsChange {
  return (builds) => {
    if (builds.requests.includes(request)) return builds;
    const number = builds.begun[version] ?? 0;
    // Whatever becomes of it, the version has had its build: the code's restart does not begin it again.
    const requests = new Set([...builds.requests, request, requestOfVersion(version)]);
    return {
      ...withoutCandidate(builds),
      candidate: {
        readModel: readModelName({ name, version }, number),
        version,
        request,
        ...divided(partitions),
        rehearse,
      },
      begun: { ...builds.begun, [version]: number + 1 },
      requests: [...requests],
    };
  };
}

/** Begins the build of the code's own version, if it is higher than everything there is. */
export function raise(name: string, version: number, partitions: number): BuildsChange {
  return (builds) => {
    const highest = Math.max(builds.live.version, builds.candidate?.version ?? 0);
    if (version <= highest) return builds;
    return begin(name, { request: requestOfVersion(version), version, partitions, rehearse: false })(builds);
  };
}

/** Takes a request as carried out: what it asks for has just been built from the first event. */
export function answered(request: string): BuildsChange {
  return (builds) =>
    builds.requests.includes(request) ? builds : { ...builds, requests: [...builds.requests, request] };
}

/** The candidate has caught up and becomes the live build. */
export function switchOver(readModel: string, until: number): BuildsChange {
  return (builds) => {
    const { candidate, live } = builds;
    if (candidate?.readModel !== readModel || candidate.rehearse) return builds;
    const { rehearse: _, promoted: __, ...next } = candidate;
    const { candidate: ___, ...others } = withoutPrevious(builds);
    return { ...others, live: next, previous: { ...live, until } };
  };
}

/** Lets the candidate take over as soon as it has caught up, whatever is parked in it; without one, undoes going back. */
export function promote(readModel: string | undefined, until: number): BuildsChange {
  return (builds) => {
    const { candidate, previous } = builds;
    if (candidate !== undefined && isMeant(candidate, readModel))
      return candidate.promoted === true
        ? builds
        : { ...builds, candidate: { ...candidate, rehearse: false, promoted: true } };
    const isAhead = previous !== undefined && isLater(builds, previous, builds.live);
    return isAhead && isMeant(previous, readModel) ? exchanged(builds, previous, until) : builds;
  };
}

/** Makes the build live that was so before. `from`: only if this is the live one. */
export function goBack(from: string | undefined, until: number): BuildsChange {
  return (builds) => {
    const { live, previous } = builds;
    if (previous === undefined || !isLater(builds, live, previous)) return builds;
    return isMeant(live, from) ? exchanged(builds, previous, until) : builds;
  };
}

/** Gives up the candidate, or else the build that is only kept. */
export function dropBuild(readModel: string | undefined): BuildsChange {
  return (builds) => {
    const { candidate, previous } = builds;
    if (candidate !== undefined && isMeant(candidate, readModel)) return withoutCandidate(builds);
    return previous !== undefined && isMeant(previous, readModel) ? withoutPrevious(builds) : builds;
  };
}

/** Ends a grace time that is over. */
export function expire(now: number): BuildsChange {
  return (builds) => (builds.previous !== undefined && builds.previous.until <= now ? withoutPrevious(builds) : builds);
}

/** The collections of a retired read model have been dropped. */
export function forget(readModel: string): BuildsChange {
  return (builds) =>
    builds.retired.includes(readModel)
      ? { ...builds, retired: builds.retired.filter((other) => other !== readModel) }
      : builds;
}

/**
 * The build that a process answers from: the live one. A process with older code goes on with its own as long as that is
 * kept: it cannot know what newer documents look like.
 */
export function servedBuild({ live, previous }: ProjectionBuilds, codeVersion: number): Build {
  if (live.version <= codeVersion || previous === undefined) return live;
  return previous.version <= codeVersion ? previous : live;
}

/** Whether the live build is older than the one that was live before it. */
export function hasGoneBack(builds: ProjectionBuilds): boolean {
  return builds.previous !== undefined && isLater(builds, builds.previous, builds.live);
}

/** Whether a process that answers from one version is still to answer from its own, higher one. */
export function isAwaited(builds: ProjectionBuilds, servedVersion: number, codeVersion: number): boolean {
  const { live, candidate, requests } = builds;
  if (servedVersion >= codeVersion) return false;
  if (live.version >= codeVersion) return true;
  if (candidate !== undefined && candidate.version >= codeVersion)
    return candidate.version === codeVersion && !candidate.rehearse;
  return !requests.includes(requestOfVersion(codeVersion));
}

/** Several steps, one after the other. */
export function allOf(changes: readonly BuildsChange[]): BuildsChange {
  return (builds) => changes.reduce((reached, change) => change(reached), builds);
}

/** The request by which a version of the code begins to be built. */
function requestOfVersion(version: number): string {
  return `v${String(version)}`;
}

function divided(partitions: number): Pick<Build, 'partitions'> {
  return partitions === 1 ? {} : { partitions };
}

function withoutCandidate(builds: ProjectionBuilds): ProjectionBuilds {
  const { candidate, ...others } = builds;
  return candidate === undefined ? others : { ...others, retired: [...others.retired, candidate.readModel] };
}

function withoutPrevious(builds: ProjectionBuilds): ProjectionBuilds {
  const { previous, ...others } = builds;
  return previous === undefined ? others : { ...others, retired: [...others.retired, previous.readModel] };
}

function exchanged(
  builds: ProjectionBuilds,
  { until: _, ...next }: NonNullable<ProjectionBuilds['previous']>,
  until: number,
): ProjectionBuilds {
  return { ...builds, live: next, previous: { ...builds.live, until } };
}

function isMeant({ readModel }: Build, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === readModel;
}

function isLater({ requests }: ProjectionBuilds, one: Build, other: Build): boolean {
  return requests.indexOf(one.request) > requests.indexOf(other.request);
}
