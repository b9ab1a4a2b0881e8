import type { Projection } from '#event-sourcing';
import type { Build } from './projection-builds.js';
import type { RebuildRequest } from './rebuild-request.js';

/** The code that this process has for one projection: what was registered, and what came with requests. */
export class ProjectionCode {
  private readonly given = new Map<string, Projection>();

  constructor(readonly registered: Projection) {}

  /** The highest version there is code for. */
  get version(): number {
    return Math.max(...this.all().map(({ version }) => version));
  }

  /** Takes the code of a request, if it has any. Throws when that is another projection's or of a lower version. */
  take({ id, projection }: RebuildRequest): void {
    if (projection === undefined) return;
    const { name } = this.registered;
    if (projection.name !== name)
      throw new Error(`Projection "${name}" cannot be built by "${projection.name}". Give it the same name.`);
    if (projection.version < this.version)
      throw new Error(
        `Projection "${name}" has version ${String(this.version)}, so version ${String(projection.version)} is not built. ` +
          'Raise the version whenever documents change, also when they change back.',
      );
    this.given.set(id, projection);
  }

  /** What keeps a build up to date; `undefined` when the code of its version is gone. */
  of({ request, version }: Build): Projection | undefined {
    return this.given.get(request) ?? this.all().find((projection) => projection.version === version);
  }

  private all(): readonly Projection[] {
    return [this.registered, ...this.given.values()];
  }
}
