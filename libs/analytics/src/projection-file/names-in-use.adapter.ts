import type { GraphQLSchema } from 'graphql';
import type { Projection } from '#event-sourcing';
import { typeNameOf } from '../document/document-fields.adapter.js';
import { declaredTypes, typesIn } from '../document/types-in.adapter.js';
import { conditionNames, sharedConditionNames } from '../queries/condition.input.js';
import { generatedTypes, queryNames } from '../queries/query-names.js';
import type { LoadedProjectionFile } from './load-projection-file.adapter.js';

/** What the system brings along itself: files must not take its names. */
export interface SystemNames {
  readonly projections: readonly Pick<Projection, 'name'>[];
  /** Its schema without any file. */
  readonly schema: GraphQLSchema;
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
/** Types that the system would have if something asked for them. */
const NOT_YET = ['Subscription', 'Float', 'LocalDate', 'Instant', 'UUID', ...sharedConditionNames()];

/** The names of projections, GraphQL types and queries, each of which belongs to the system or to one projection file. */
export class NamesInUse {
  private readonly owned = new Map<string, Owned>();

  /** Made before any file is loaded: what is declared until then is the system's. */
  constructor({ projections, schema }: SystemNames) {
    const declared = declaredTypes();
    const types = [...Object.keys(schema.getTypeMap()), ...declared.keys(), ...NOT_YET];
    const claims: readonly Claim[] = [
      ...projections.map(({ name }) => ({ what: 'projection', name }) as const),
      ...types.map((name) => ({ what: 'GraphQL type', name, thing: declared.get(name) }) as const),
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => ({ what: 'query', name }) as const),
    ];
    for (const claim of claims) this.owned.set(keyOf(claim), { ...claim, by: SYSTEM });
  }

  /** Gives a file the names it needs; otherwise says which of them belong to somebody else, and gives it none. */
  claim({ file, projection }: LoadedProjectionFile): readonly string[] {
    const claimed = new Map<string, Owned>();
    const problems = claimsOf(projection).flatMap((claim) => {
      const key = keyOf(claim);
      const owner = this.owned.get(key) ?? claimed.get(key);
      if (owner === undefined) claimed.set(key, { ...claim, by: file });
      return owner === undefined || isSame(owner, claim) ? [] : [problem(owner, file)];
    });
    if (problems.length === 0) for (const [key, claim] of claimed) this.owned.set(key, claim);
    return problems;
  }
}

function claimsOf({ name: projection, document }: LoadedProjectionFile['projection']): readonly Claim[] {
  const type = typeNameOf(document);
  const { one, list, groups } = queryNames(type);
  return [
    { what: 'projection', name: projection },
    ...typesIn(document).flatMap(({ name, thing }) =>
      [name, ...(thing === document ? [] : conditionNames(name))].map(
        (name) => ({ what: 'GraphQL type', name, thing }) as const,
      ),
    ),
    ...generatedTypes(type).map((name) => ({ what: 'GraphQL type', name }) as const),
    ...[one, list, groups].map((name) => ({ what: 'query', name }) as const),
  ];
}

function isSame(owner: Claim, claim: Claim): boolean {
  return claim.thing !== undefined && owner.thing === claim.thing;
}

function problem({ what, name, by }: Owned, file: string): string {
  if (by === file)
    return `The ${what} "${name}" is wanted twice here: its queries need it too. Give yours another name.`;
  return `The ${what} "${name}" belongs to ${by} already. Give yours another name.`;
}

function keyOf({ what, name }: Claim): string {
  return `${what} ${name}`;
}
