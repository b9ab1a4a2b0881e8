import type { Collection, DocumentStore } from '#document-store';
import type { BuildsChange, ProjectionBuilds } from './projection-builds.js';

/** The state of a projection's builds, and the how manieth. */
export interface RegisteredBuilds {
  readonly builds: ProjectionBuilds;
  readonly revision: string;
}

const BUILDS = 'accord.builds';
const BEFORE_THE_FIRST = 0;

/**
 * Where it is written down which builds each projection has and which one is live: a document per projection in the
 * document store, so that all processes agree. The position that guards every document counts its changes here: of two
 * processes that change it at once one is refused, sees what the other did, and asks again whether there is anything left to do.
 */
export class BuildsRegister {
  private collection: Promise<Collection<ProjectionBuilds>> | undefined;

  constructor(private readonly documents: DocumentStore) {}

  /** What is known of these projections, in one look. Throws what the document store throws. */
  async read(names: readonly string[]): Promise<ReadonlyMap<string, RegisteredBuilds>> {
    const stored = await (await this.open()).getMany(names);
    const known = new Map<string, RegisteredBuilds>();
    for (const { id, document, position } of stored.values())
      if (document !== undefined) known.set(id, { builds: document, revision: position });
    return known;
  }

  /**
   * Takes a projection's builds a step on, from `first()` if there are none; gives what is stored when the step leaves nothing to do.
   * `known` is what was read of them just now. Throws what the document store throws.
   */
  async change(
    name: string,
    first: () => ProjectionBuilds,
    change: BuildsChange,
    known?: RegisteredBuilds,
  ): Promise<RegisteredBuilds> {
    let found = known ?? (await this.read([name])).get(name);
    for (;;) {
      const builds = change(found?.builds ?? first());
      if (found !== undefined && builds === found.builds) return found;
      const position = revision(Number(found?.revision ?? BEFORE_THE_FIRST) + 1);
      await (await this.open()).write([{ id: name, document: builds, position }]);
      found = (await this.read([name])).get(name);
    }
  }

  private open(): Promise<Collection<ProjectionBuilds>> {
    this.collection ??= this.documents.collection<ProjectionBuilds>(BUILDS, []);
    return this.collection;
  }
}

function revision(number: number): string {
  return String(number).padStart(20, '0');
}
