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
  readonly waitsBecause: string | null;
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
  readonly added: DifferencesInfo;
  readonly gone: DifferencesInfo;
  readonly changed: number;
  readonly unchanged: number;
  readonly otherFields: number;
  readonly unsettled: number;
  readonly fields: readonly (DifferencesInfo & { readonly field: string })[];
}

/** In how many documents something would be different, and a few of them. */
export interface DifferencesInfo {
  readonly documents: number;
  readonly samples: readonly DifferenceSample[];
}

/** One document in which something would be different. */
export interface DifferenceSample {
  readonly key: string;
  /** JSON; null: not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly causes: readonly { readonly type: string; readonly stream: string; readonly revision: string }[];
}

const build = 'build version state position lagEvents lagSeconds rate done secondsLeft waitsBecause error keptUntil';
const projection = `name paused parked live { ${build} } candidate { ${build} } previous { ${build} }`;
const differences = 'documents samples { key before after causes { type stream revision } }';
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
    `query ($name: String!) { rehearsal(projection: $name) { live candidate position changed unchanged
      otherFields unsettled added { ${differences} } gone { ${differences} } fields { field ${differences} } } }`,
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
