import type { Type } from '@nestjs/common';
import type { Projection } from '#event-sourcing';
import { documentTypeName } from '../document/document-fields.adapter.js';
import { declaredTypes, typesIn } from '../document/types-in.adapter.js';
import { generatedTypes, queryNames } from '../queries/query-names.js';
import type { LoadedProjectionFile } from './load-projection-file.adapter.js';
import { queriesIn } from './queries-in.adapter.js';

/** What the system brings along itself: files must not take its names. */
export interface SystemParts {
  readonly projections: readonly Pick<Projection, 'name'>[];
  /** The modules whose resolvers answer its queries. */
  readonly modules: readonly Type[];
}

/** A name that only one can have; where both mean the same thing, both may have it. */
interface Claim {
  readonly what: 'projection' | 'GraphQL type' | 'query';
  readonly name: string;
  readonly thing?: unknown;
}

interface Owned extends Claim {
  /** The file that has it, or the system. */
  readonly by: string;
}

const SYSTEM = 'the system itself';
const GRAPHQL_OWN = ['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Float', 'Boolean', 'ID'];

/** The names of projections, GraphQL types and queries, each of which belongs to the system or to one projection file. */
export class NamesInUse {
  private readonly owned = new Map<string, Owned>();

  /** Made before any file is loaded: what is declared until then is the system's. */
  constructor({ projections, modules }: SystemParts) {
    const claims: readonly Claim[] = [
      ...projections.map(({ name }) => ({ what: 'projection', name }) as const),
      ...[...declaredTypes()].map(([name, thing]) => ({ what: 'GraphQL type', name, thing }) as const),
      ...GRAPHQL_OWN.map((name) => ({ what: 'GraphQL type', name }) as const),
      ...queriesIn(modules).map((name) => ({ what: 'query', name }) as const),
    ];
    for (const claim of claims) this.own({ ...claim, by: SYSTEM });
  }

  /** Gives a file the names it needs; otherwise says which of them belong to somebody else, and gives it none. */
  claim({ file, projection }: LoadedProjectionFile): readonly string[] {
    const claims = claimsOf(projection);
    const problems = claims.flatMap((claim) => {
      const { what, name, thing } = claim;
      const owner = this.owned.get(keyOf(claim));
      if (owner === undefined || (thing !== undefined && owner.thing === thing)) return [];
      return [`The ${what} "${name}" belongs to ${owner.by} already. Give yours another name.`];
    });
    if (problems.length === 0) for (const claim of claims) this.own({ ...claim, by: file });
    return problems;
  }

  private own(claim: Owned): void {
    if (!this.owned.has(keyOf(claim))) this.owned.set(keyOf(claim), claim);
  }
}

function claimsOf({ name, document }: LoadedProjectionFile['projection']): readonly Claim[] {
  const type = documentTypeName(document) ?? document.name;
  const { one, list, groups } = queryNames(type);
  return [
    { what: 'projection', name },
    ...[...typesIn(document)].map(([name, thing]) => ({ what: 'GraphQL type', name, thing }) as const),
    ...generatedTypes(type).map((name) => ({ what: 'GraphQL type', name }) as const),
    ...[one, list, groups].map((name) => ({ what: 'query', name }) as const),
  ];
}

function keyOf({ what, name }: Claim): string {
  return `${what} ${name}`;
}
