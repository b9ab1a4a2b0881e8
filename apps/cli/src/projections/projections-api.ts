import type { CommandAnswer, GraphqlClient } from '../graphql-client.adapter.js';

/** A build as the API tells it. */
export interface BuildInfo {
  readonly build: string;
  readonly version: number;
  readonly state: string;
  readonly position: string;
  readonly lagEvents: number | null;
  readonly lagSeconds: number | null;
  readonly rate: number;
  readonly done: number | null;
  readonly secondsLeft: number | null;
  readonly error: string | null;
  readonly keptUntil: string | null;
}

/** A projection as the API tells it. */
export interface ProjectionInfo {
  readonly name: string;
  readonly paused: boolean;
  readonly parked: number | null;
  readonly live: BuildInfo | null;
  readonly candidate: BuildInfo | null;
  readonly previous: BuildInfo | null;
}

/** A parked document as the API tells it. */
export interface ParkedInfo {
  readonly key: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly error: string;
  readonly attempts: number;
  readonly since: string;
}

/** What a rehearsed build would change, as the API tells it. */
export interface RehearsalInfo {
  readonly live: string;
  readonly candidate: string;
  readonly position: string;
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly fields: readonly {
    readonly field: string;
    readonly documents: number;
    readonly samples: readonly FieldSample[];
  }[];
}

/** One document in which a field would change. */
export interface FieldSample {
  readonly key: string;
  /** JSON; null: not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly cause: { readonly type: string; readonly stream: string; readonly revision: string } | null;
}

const build = 'build version state position lagEvents lagSeconds rate done secondsLeft error keptUntil';
const projection = `name paused parked live { ${build} } candidate { ${build} } previous { ${build} }`;
const PAGE = 100;

/** All projections by name, or the one of a name. */
export async function projectionsOf(client: GraphqlClient, name?: string): Promise<readonly ProjectionInfo[]> {
  const { projections } = await client.request<{ readonly projections: readonly ProjectionInfo[] }>(
    `query ($name: String) { projections(name: $name) { ${projection} } }`,
    { name },
  );
  return projections;
}

/** The parked documents of a projection, page by page. */
export async function* parkedDocumentsOf(client: GraphqlClient, name: string): AsyncGenerator<ParkedInfo> {
  let after: string | undefined;
  do {
    const { parkedDocuments } = await client.request<{
      readonly parkedDocuments: {
        readonly edges: readonly { readonly node: ParkedInfo }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }>(
      `query ($name: String!, $first: Int, $after: String) {
        parkedDocuments(projection: $name, first: $first, after: $after) {
          edges { node { key type stream revision position recordedAt error attempts since } }
          pageInfo { hasNextPage endCursor } } }`,
      { name, first: PAGE, after },
    );
    for (const { node } of parkedDocuments.edges) yield node;
    after = parkedDocuments.pageInfo.hasNextPage ? parkedDocuments.pageInfo.endCursor : undefined;
  } while (after !== undefined);
}

/** What the rehearsed build of a projection would change. */
export async function rehearsalOf(client: GraphqlClient, name: string): Promise<RehearsalInfo> {
  const { rehearsal } = await client.request<{ readonly rehearsal: RehearsalInfo }>(
    `query ($name: String!) { rehearsal(projection: $name) { live candidate position added gone changed unchanged
      fields { field documents samples { key before after cause { type stream revision } } } } }`,
    { name },
  );
  return rehearsal;
}

/** Sends a command on the running of a projection. */
export function decide(
  client: GraphqlClient,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<CommandAnswer<{ readonly projection: ProjectionInfo }>> {
  return client.command(mutation, input, { type: 'Projection', selection: `projection { ${projection} }` });
}
