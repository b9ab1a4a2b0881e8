import { indexesOf } from '#document-store';
import { openHistory } from '../history/history.engine.js';
import { type ParkedEntry, parkedName } from '../parking/parked-entry.js';
import type { BuildSurroundings, Entrance } from './build-parts.js';
import { ProjectionBuild } from './projection-build.engine.js';
import type { Build } from './projection-builds.js';
import type { ProjectionCode } from './projection-code.engine.js';
import { collectionsOf } from './read-model-name.js';

/** What {@link BuildSet} stands on. */
export interface BuildSetParts extends BuildSurroundings {
  readonly code: ProjectionCode;
  /** Told when a build has moved, gone live or stopped. */
  readonly onChange: () => void;
}

/** After so long every process has noticed that a build is not read any more, in milliseconds: its collections can be dropped. */
const NOTICED_AFTER = 5_000;

/** The builds of one projection that this process has to do with. Its calls take turns: who uses it sees to that. */
export class BuildSet {
  private readonly builds = new Map<string, ProjectionBuild>();
  private isRunning = false;
  private isPaused = false;
  /** Since when a read model is known to be retired. */
  private readonly retiredAt = new Map<string, number>();

  constructor(private readonly parts: BuildSetParts) {}

  /** The build of a read model. */
  get(readModel: string | undefined): ProjectionBuild | undefined {
    return readModel === undefined ? undefined : this.builds.get(readModel);
  }

  /** All of them. */
  all(): readonly ProjectionBuild[] {
    return [...this.builds.values()];
  }

  /**
   * Opens a build that is not here yet, or was taken for one of another number of partitions before anybody had registered it, and
   * runs it if the others run. Throws what the document store throws.
   */
  async include(build: Build): Promise<void> {
    if (this.builds.get(build.readModel)?.isOf(build) === true) return;
    const opened = await this.open(build);
    this.builds.set(build.readModel, opened);
    opened.isPaused = this.isPaused;
    if (this.isRunning && !this.isPaused) await opened.run('alone');
    else await this.seeWhereItIs(opened);
  }

  /** Runs what is to run in this process; builds in `apart` hold up nobody. Throws what the document store throws. */
  async run(entrance: Entrance, apart: string | undefined): Promise<void> {
    this.isRunning = true;
    if (this.isPaused) return;
    for (const build of this.all()) await build.run(build.readModel === apart ? 'alone' : entrance);
  }

  /** Runs nothing until {@link resume}. */
  async pause(): Promise<void> {
    this.isPaused = true;
    for (const build of this.all()) {
      build.isPaused = true;
      await build.halt();
    }
  }

  /** Catches up, and goes on. Throws what the document store throws. */
  async resume(): Promise<void> {
    this.isPaused = false;
    for (const build of this.all()) {
      build.isPaused = false;
      if (this.isRunning) await build.run('alone');
    }
  }

  /** Has nothing to do with other builds than these any more. */
  async keepOnly(readModels: ReadonlySet<string>): Promise<void> {
    for (const build of this.all()) {
      if (readModels.has(build.readModel)) continue;
      this.builds.delete(build.readModel);
      await build.halt();
    }
  }

  /** Drops the collections of those read models that nobody reads any more; gives them. Throws what the document store throws. */
  async drop(retired: readonly string[]): Promise<readonly string[]> {
    const { documents, now, runs } = this.parts;
    const dropped: string[] = [];
    for (const readModel of retired) {
      const since = this.retiredAt.get(readModel) ?? now();
      this.retiredAt.set(readModel, since);
      if (this.builds.has(readModel) || (runs !== 'here' && now() - since < NOTICED_AFTER)) continue;
      for (const name of collectionsOf(readModel)) await documents.drop(name);
      this.retiredAt.delete(readModel);
      dropped.push(readModel);
    }
    return dropped;
  }

  private async open(build: Build): Promise<ProjectionBuild> {
    const { code, documents, hub, runs } = this.parts;
    const projection = code.of(build);
    const { document, temporal } = projection ?? code.registered;
    const indexes = indexesOf(document);
    const collection = await documents.collection<object>(build.readModel, indexes);
    const history =
      temporal === true ? await openHistory(documents, build.readModel, indexes, projection !== undefined) : undefined;
    const entries = await documents.collection<ParkedEntry>(parkedName(build.readModel), []);
    // The hub tells only of what it has read.
    const goal = runs === 'here' ? undefined : this.isRunning ? hub.status().position : await hub.head();
    return new ProjectionBuild({
      ...this.parts,
      build,
      projection,
      collection,
      ...(history === undefined ? {} : { history }),
      entries,
      goal,
    });
  }

  /** What does not run anywhere else is followed by nobody: it stands where its checkpoints are. */
  private async seeWhereItIs(build: ProjectionBuild): Promise<void> {
    if (this.parts.runs === 'here' && (!build.hasCode || this.isPaused)) await build.seeWhereItIs();
  }
}
