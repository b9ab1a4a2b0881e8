import { documentPages } from '#document-store';
import type { Position } from '#event-sourcing';
import type { ParkedEntry } from '../parking/parked-entry.js';
import type { ProjectionBuild } from './projection-build.engine.js';
import { type BuildsChange, type ProjectionBuilds, switchOver } from './projection-builds.js';

/** What {@link Takeover} stands on. */
export interface TakeoverParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly graceMs: number;
  /** The engine stops. */
  readonly stopping: AbortSignal;
  /** Up to where readers were told of. */
  readonly told: () => Position;
  /** Takes, when it is its turn, the step that is found then. */
  readonly step: (find: () => Promise<BuildsChange | undefined>) => Promise<void>;
}

/** What a takeover is about: what stands in the register, and the two builds as this process knows them. */
export interface TakeoverCase {
  readonly builds: ProjectionBuilds;
  readonly live: ProjectionBuild | undefined;
  readonly candidate: ProjectionBuild | undefined;
}

const PAGE = 100;
/** A live build that stays behind for so long is kept up to date by nobody, in milliseconds: a lease has passed on by then. */
const STANDS_AFTER = 30_000;
const WHY_REHEARSED = 'It was asked for with a rehearsal.';

/**
 * Lets a candidate take the place of the live build as soon as it has caught up: unless it was to be rehearsed, or documents wait in
 * it that do not wait in the live one, as long as that is kept up to date. Then it takes a promotion.
 */
export class Takeover {
  private isUnderWay = false;
  /** Found at the last look: which candidate is held back, and why. */
  private held: { readonly readModel: string; readonly why: string } | undefined;
  /** Where the live build stands that is behind, and since when. */
  private standing: { readonly at: Position; readonly since: number } | undefined;

  constructor(private readonly parts: TakeoverParts) {}

  /** Why a candidate that has caught up waits for a promotion; `undefined`: it does not. */
  whyNot({ candidate }: ProjectionBuilds): string | undefined {
    if (candidate?.rehearse === true) return WHY_REHEARSED;
    if (candidate?.readModel !== this.held?.readModel || candidate?.promoted === true) return undefined;
    return this.held?.why;
  }

  /** To be called whenever a build has moved: what is due begins, what fails is tried again the next time. */
  consider(found: TakeoverCase): void {
    const { builds, candidate } = found;
    if (this.isUnderWay || this.parts.stopping.aborted || this.whyNot(builds) !== undefined) return;
    if (candidate?.isRunning !== true || !candidate.hasCaughtUp || candidate.position < this.parts.told()) return;
    this.isUnderWay = true;
    void this.parts
      .step(async () => {
        await this.look(found);
        const { now, graceMs } = this.parts;
        return this.whyNot(builds) === undefined ? switchOver(candidate.readModel, now() + graceMs) : undefined;
      })
      .catch(() => undefined)
      .finally(() => {
        this.isUnderWay = false;
      });
  }

  /** To be called now and then: what held a candidate back may have passed. Throws what the document store throws. */
  async look({ builds, live, candidate }: TakeoverCase): Promise<void> {
    const isAutomatic = builds.candidate?.rehearse === false && builds.candidate.promoted !== true;
    if (!isAutomatic || live === undefined || candidate?.hasCaughtUp !== true) this.held = undefined;
    else this.held = this.isKeptUp(live, candidate) ? await heldBack(live, candidate) : undefined;
  }

  private isKeptUp(live: ProjectionBuild, candidate: ProjectionBuild): boolean {
    if (live.runsHere) return !live.hasStopped;
    if (live.parts.runs === 'here') return false;
    // Whoever has the lease, or gets it next.
    if (live.hasCode) return true;
    const now = this.parts.now();
    if (live.position >= candidate.position) this.standing = undefined;
    else if (this.standing?.at !== live.position) this.standing = { at: live.position, since: now };
    return this.standing === undefined || now - this.standing.since < STANDS_AFTER;
  }
}

async function heldBack(
  live: ProjectionBuild,
  { readModel, parts }: ProjectionBuild,
): Promise<{ readonly readModel: string; readonly why: string } | undefined> {
  for await (const entries of documentPages(parts.entries, { limit: PAGE })) {
    const inLive = await live.parts.entries.getMany(entries.map(({ document }) => document.key));
    const news = entries.find(({ document }) => inLive.get(document.key)?.document === undefined);
    if (news !== undefined) return { readModel, why: whyHeld(news.document, live.readModel) };
  }
  return undefined;
}

function whyHeld({ key, type, stream, revision }: ParkedEntry, live: string): string {
  return (
    `"${key}" waits in it, for ${type} at revision ${revision} of "${stream}" could not be folded, and does not wait in ` +
    `"${live}". Mend it, skip the event, or promote the build all the same.`
  );
}
