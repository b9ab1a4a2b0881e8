import type { Position, Projection } from '#event-sourcing';
import { CommandFailed } from '../exit-code.js';
import type { GraphqlClient } from '../graphql-client.adapter.js';
import type { PositionedDocument } from './document-comparison.js';

/** Some documents as a server keeps them. */
export type KeptPage = readonly (PositionedDocument & { readonly key: string })[];

interface Answer {
  readonly projectionDocuments: {
    readonly version: number;
    readonly build: string;
    readonly hasMore: boolean;
    readonly documents: readonly { readonly key: string; readonly position: Position; readonly json: string }[];
  };
}

const PAGE = 100;
const QUERY = `query ($projection: String!, $first: Int!, $after: ID, $keys: [ID!]) {
  projectionDocuments(projection: $projection, first: $first, after: $after, keys: $keys) {
    version build hasMore documents { key position json } } }`;

/**
 * All documents that a server keeps of a projection, in the order of their ids. Throws {@link CommandFailed} when it is built by
 * another version of the code, or when another build takes over meanwhile.
 */
export async function* keptDocuments(client: GraphqlClient, projection: Projection): AsyncGenerator<KeptPage> {
  let after: string | undefined;
  let build: string | undefined;
  do {
    const page = await pageOf(client, projection, { after });
    build ??= page.build;
    if (page.build !== build)
      throw new CommandFailed(`${projection.name}: the build "${page.build}" took over meanwhile. Run it again.`);
    const documents = positioned(page);
    yield documents;
    after = page.hasMore ? documents.at(-1)?.key : undefined;
  } while (after !== undefined);
}

/** Some documents by id; those that are not there are left out. */
export async function* keptDocumentsOf(
  client: GraphqlClient,
  projection: Projection,
  keys: readonly string[],
): AsyncGenerator<KeptPage> {
  for (let from = 0; from < keys.length; from += PAGE)
    yield positioned(await pageOf(client, projection, { keys: keys.slice(from, from + PAGE) }));
}

async function pageOf(
  client: GraphqlClient,
  { name, version }: Projection,
  wanted: { readonly after?: string | undefined; readonly keys?: readonly string[] },
): Promise<Answer['projectionDocuments']> {
  const variables = { projection: name, first: PAGE, ...wanted };
  const { projectionDocuments: page } = await client.request<Answer>(QUERY, variables);
  if (page.version === version) return page;
  throw new CommandFailed(
    `${name}: the server runs version ${String(page.version)}, this code is version ${String(version)}. ` +
      `Verify with the code that the server runs.`,
  );
}

function positioned({ documents }: Answer['projectionDocuments']): KeptPage {
  return documents.map(({ key, position, json }) => ({ key, position, document: JSON.parse(json) as object }));
}
