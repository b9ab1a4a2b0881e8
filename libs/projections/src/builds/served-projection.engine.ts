import type { Position, Projection } from '#event-sourcing';
import { BuildSet } from './build-set.engine.js';
import type { RegisteredBuilds } from './builds-register.engine.js';
import type { Parking } from '../parking/parking.engine.js';
import type { BuildCollections, Entrance } from './build-parts.js';
import type { ProjectionBuild } from './projection-build.engine.js';
import {
  allOf,
  answered,
  begin,
  type BuildsChange,
  expire,
  firstBuilds,
  forget,
  hasGoneBack,
  isAwaited,
  type ProjectionBuilds,
  raise,
  servedBuild,
} from './projection-builds.js';
import { candidateStatus } from './candidate-status.js';
import { ProjectionCode } from './projection-code.engine.js';
import type { BuildStatus, ProjectionStatus } from '../projection-status.js';
import type { ServedProjectionParts } from './served-projection-parts.js';
import type { RebuildRequest } from './rebuild-request.js';
import { Takeover, type TakeoverCase } from './takeover.engine.js';
import { rehearseBuilds } from '../rehearsal/rehearse-builds.engine.js';
import type { Rehearsal } from '../rehearsal/rehearsal.engine.js';

/**
 * One projection with its builds: it answers from one of them, keeps the others up to date beside it, and lets another one
 * take its place when the register says so and that one contains everything that readers were told of.
 */
export class ServedProjection {
  private readonly name: string;
  private readonly code: ProjectionCode;
  private readonly builds: BuildSet;
  private registered: RegisteredBuilds | undefined;
  private served: ProjectionBuild | undefined;
  /** Takes the place of the one that is served, as soon as it has come as far as readers were told. */
  private next: ProjectionBuild | undefined;
  /** Where `next` was when it was looked at last. */
  private nextSeenAt: Position | undefined;
  private isPaused = false;
  private readonly takeover: Takeover;
  private isOpening = false;
  /** What was asked for before the start; of that, what the first build answers. */
  private readonly asked: BuildsChange[] = [];
  private readonly answeredByFirst: BuildsChange[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ServedProjectionParts) {
    this.name = parts.projection.name;
    this.code = new ProjectionCode(parts.projection);
    this.builds = new BuildSet({
      ...parts,
      code: this.code,
      onChange: () => {
        this.moved();
      },
    });
    this.takeover = new Takeover({
      ...parts,
      told: () => parts.progress.of(this.name) ?? '',
      step: (find) =>
        this.inTurn(async () => {
          const change = await find();
          if (change !== undefined) await this.change(change);
        }),
    });
  }

  /** What is read; `undefined` before the start. */
  get collections(): BuildCollections | undefined {
    return this.served?.parts;
  }

  /** As it was registered. */
  get projection(): Projection {
    return this.parts.projection;
  }

  /** What people decide about its parked documents. */
  get parking(): Parking {
    return this.parts.parking;
  }

  /** Whether a document is known to wait of the build that is read. */
  get isAnyParked(): boolean {
    return this.served !== undefined && this.served.parked > 0;
  }

  /**
   * Opens the builds that were found, or begins the first one, without running anything yet. Throws what the document store
   * throws.
   */
  open(found: RegisteredBuilds | undefined): Promise<void> {
    this.isOpening = true;
    const { progress, hub, register, runs, partitions } = this.parts;
    return this.inTurn(async () => {
      progress.advance(this.name, hub.start);
      if (runs === 'elsewhere') return this.take(found ?? { builds: this.first(), revision: '' });
      const change = allOf([...this.asked, raise(this.name, this.code.version, partitions)]);
      return this.take(await register.change(this.name, this.first, change, found));
    });
  }

  /** Runs the builds that this process runs. Throws what the document store throws. */
  run(entrance: Entrance): Promise<void> {
    return this.inTurn(() => this.builds.run(entrance, this.registered?.builds.candidate?.readModel));
  }

  /** Takes no more batches; what is there goes on being read. */
  async pause(): Promise<void> {
    this.isPaused = true;
    await this.inTurn(() => this.builds.pause());
    this.moved();
  }

  /** Catches up and goes on. Throws what the document store throws. */
  async resume(): Promise<void> {
    this.isPaused = false;
    await this.inTurn(() => this.builds.resume());
    this.moved();
  }

  /** Begins a build beside the live one, unless the request is known. Throws for code of another projection or a lower version. */
  rebuild(request: RebuildRequest): Promise<void> {
    this.code.take(request);
    const { id, projection, rehearse = false } = request;
    const version = projection?.version ?? this.code.version;
    if (version === this.parts.projection.version) this.answeredByFirst.push(answered(id));
    return this.ask(begin(this.name, { request: id, version, partitions: this.parts.partitions, rehearse }));
  }

  /** Takes a step with the builds; one before the start is put by until then. Does nothing where no projection runs. */
  async ask(change: BuildsChange): Promise<void> {
    if (!this.isOpening) this.asked.push(change);
    else if (this.parts.runs !== 'elsewhere') await this.inTurn(() => this.change(change));
  }

  /** Looks after what is due: steps that another process took, the end of a grace time, what is left to be removed. */
  look(found: RegisteredBuilds | undefined): Promise<void> {
    return this.inTurn(async () => {
      const { runs, now } = this.parts;
      if (found !== undefined) await this.take(found);
      const previous = this.registered?.builds.previous;
      if (runs !== 'elsewhere' && previous !== undefined && previous.until <= now()) await this.change(expire(now()));
      await this.clear();
      for (const build of this.builds.all()) await build.countParked();
      if (this.registered !== undefined) await this.takeover.look(this.caseOf(this.registered.builds));
      this.acceptStanding();
      this.moved();
    });
  }

  /** The names of the checkpoints that tell how far builds are that do not run here, or not all of them. `awaited`: only what is read, now and next. */
  watched(which: 'all' | 'awaited'): readonly string[] {
    const builds = which === 'all' ? this.builds.all() : [this.served, this.next];
    return builds.flatMap((build) => build?.watched ?? []);
  }

  /** By a checkpoint something has been seen to have passed everything up to here. */
  passed(name: string, position: Position): void {
    for (const build of this.builds.all()) build.passed(name, position);
  }

  /** Nothing has to be waited for before answering: what it is to answer from has caught up once, or goes no further. */
  isReady(): boolean {
    const { registered, served } = this;
    if (registered === undefined || served === undefined) return false;
    if (this.isPaused) return true;
    const isComing = isAwaited(registered.builds, served.parts.build.version, this.code.version);
    const goesNoFurther = this.candidate?.hasStopped === true || this.takeover.whyNot(registered.builds) !== undefined;
    if (isComing && !goesNoFurther) return false;
    return served.hasCaughtUp || served.hasStopped || !served.hasCode;
  }

  /** How its builds are doing; `undefined` before the start. */
  status(): ProjectionStatus | undefined {
    const { served, registered } = this;
    if (served === undefined || registered === undefined) return undefined;
    const candidate = this.candidateStatus(registered.builds);
    const { previous } = registered.builds;
    const kept = this.builds.get(previous?.readModel);
    return {
      name: this.name,
      ...served.status(),
      ...(candidate && { candidate }),
      ...(previous && kept && kept !== served && { previous: { ...kept.status(), until: previous.until } }),
    };
  }

  /**
   * What would change for readers if the build beside the live one took its place. Throws when there is none or it has not
   * caught up yet, what the stores throw, and the signal's reason.
   */
  rehearsal(signal: AbortSignal): Promise<Rehearsal> {
    const live = this.builds.get(this.registered?.builds.live.readModel);
    return rehearseBuilds(this.name, live, this.candidate, signal);
  }

  /** Returns when the batches in hand are stored, with checkpoints, or given up. */
  async end(): Promise<void> {
    await this.turn;
    for (const build of this.builds.all()) await build.end();
  }

  private get candidate(): ProjectionBuild | undefined {
    return this.builds.get(this.registered?.builds.candidate?.readModel);
  }

  private candidateStatus(builds: ProjectionBuilds): BuildStatus | undefined {
    const build = this.candidate;
    return build && candidateStatus(build.status(), build.hasCaughtUp, this.takeover.whyNot(builds));
  }

  private caseOf(builds: ProjectionBuilds): TakeoverCase {
    return { builds, live: this.builds.get(builds.live.readModel), candidate: this.candidate };
  }

  private readonly first = () => {
    const { projection, partitions } = this.parts;
    return allOf(this.answeredByFirst)(firstBuilds(this.name, projection.version, partitions));
  };

  private async change(change: BuildsChange): Promise<void> {
    await this.take(await this.parts.register.change(this.name, this.first, change));
    await this.clear();
  }

  /** Has to do from now on with the builds that there are. */
  private async take(found: RegisteredBuilds): Promise<void> {
    if (this.registered !== undefined && found.revision < this.registered.revision) return;
    const { live, candidate, previous } = found.builds;
    for (const build of [live, candidate, previous]) if (build !== undefined) await this.builds.include(build);
    this.registered = found;
    const wanted = this.builds.get(servedBuild(found.builds, this.code.version).readModel);
    this.served ??= wanted;
    this.next = wanted === this.served ? undefined : wanted;
    if (this.parts.runs === 'here') this.acceptStanding();
    this.moved();
    const kept = [live, candidate, previous, this.served?.parts.build, this.next?.parts.build];
    await this.builds.keepOnly(new Set(kept.flatMap((build) => build?.readModel ?? [])));
  }

  /** Removes what nobody needs any more. */
  private async clear(): Promise<void> {
    const { runs, register } = this.parts;
    const retired = this.registered?.builds.retired ?? [];
    if (runs === 'elsewhere') return;
    for (const readModel of await this.builds.drop(retired))
      this.registered = await register.change(this.name, this.first, forget(readModel));
  }

  /** Something has moved: another build may take the place of the one that is read, or be offered for it. */
  private moved(): void {
    const { progress, onChange } = this.parts;
    const isFarEnough = this.next !== undefined && this.next.position >= (progress.of(this.name) ?? '');
    if (isFarEnough) this.serveNext();
    if (this.isPaused || this.served?.hasStopped === true) progress.stop(this.name);
    else progress.resume(this.name);
    // While another is to take its place nobody is told of more than that one will contain.
    if (this.next === undefined && this.served !== undefined) progress.advance(this.name, this.served.position);
    if (this.registered !== undefined) this.takeover.consider(this.caseOf(this.registered.builds));
    onChange();
  }

  private serveNext(): void {
    this.served = this.next;
    this.next = undefined;
  }

  /** What nobody keeps up to date is read as it stands where there is no other way: after going back, and when the rest is dropped. */
  private acceptStanding(): void {
    const { next, nextSeenAt } = this;
    this.nextSeenAt = next?.position;
    if (next === undefined || next.isRunning || !this.mustLeave()) return;
    if (this.parts.runs !== 'here' && next.position !== nextSeenAt) return;
    this.parts.progress.fallBack(this.name, next.position);
    this.serveNext();
  }

  private mustLeave(): boolean {
    const { registered, served } = this;
    if (registered === undefined || served === undefined) return false;
    return hasGoneBack(registered.builds) || registered.builds.retired.includes(served.readModel);
  }

  private inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const answer = this.turn.then(act);
    this.turn = answer.catch(() => undefined);
    return answer;
  }
}
