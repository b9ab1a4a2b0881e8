import { Inject, Injectable } from '@nestjs/common';
import { type ParkedEntry, ProjectionEngine, type ProjectionStatus } from '#projections';
import type { BuildFact, ProjectionFacts } from './domain/projection-facts.js';

/** What the engine of this process tells decisions about projections. */
@Injectable()
export class ProjectionFactsOfEngine {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  /** The facts about a projection, and about one of its documents where the command names one. */
  async facts(name: string, key?: string): Promise<ProjectionFacts> {
    const status = this.engine.status().find((known) => known.name === name);
    if (status === undefined) return { name, isKnown: false, live: '', builds: [] };
    const entry = key === undefined ? undefined : await this.parked(name, key);
    return {
      name,
      isKnown: true,
      live: status.readModel,
      builds: buildsOf(status),
      ...(entry === undefined ? {} : { parked: { key: entry.key, position: entry.position, type: entry.type } }),
    };
  }

  /** By its key: a stream may wait in several partitions, each with an entry of its own. */
  private async parked(name: string, key: string): Promise<ParkedEntry | undefined> {
    const { documents } = await this.engine.parkedDocuments(name).find({ filter: { key }, limit: 1 });
    return documents[0]?.document;
  }
}

function buildsOf({ candidate, previous }: ProjectionStatus): readonly BuildFact[] {
  const beside: BuildFact | undefined = candidate && {
    build: candidate.readModel,
    state: candidate.state === 'rehearsed' ? 'rehearsed' : 'building',
  };
  const replaced: BuildFact | undefined = previous && { build: previous.readModel, state: 'replaced' };
  return [beside, replaced].filter((build) => build !== undefined);
}
