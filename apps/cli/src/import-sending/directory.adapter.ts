import type { Api } from './api.js';
import type { KnownCompany } from './companies.js';
import type { KnownManager } from './managers.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Everybody who is appointed as partner manager. */
export async function activeManagers(api: Api): Promise<readonly KnownManager[]> {
  const managers: KnownManager[] = [];
  for (let after: string | null = null; ;) {
    const { partnerManagers }: { readonly partnerManagers: Connection<KnownManager> } = await api.request(
      `query ($after: String) { partnerManagers(first: 100, after: $after, filter: { active: true }) {
        edges { node { id userId } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    managers.push(...partnerManagers.edges.map(({ node }) => node));
    if (!partnerManagers.pageInfo.hasNextPage) return managers;
    after = partnerManagers.pageInfo.endCursor;
  }
}

/** A company of the directory by its id. */
export async function knownCompany(api: Api, id: string): Promise<KnownCompany | undefined> {
  const { partnerCompanies } = await api.request<{ readonly partnerCompanies: Connection<KnownCompany> }>(
    `query ($id: ID!) { partnerCompanies(first: 1, filter: { id: $id }) { edges { node {
      id legalName country lei vatId domain register { court type number } } } } }`,
    { id },
  );
  return partnerCompanies.edges.map(({ node }) => withoutNulls(node)).at(0);
}

/** GraphQL says null for what is not there; here it is absent. */
function withoutNulls<Node extends object>(node: Node): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null)) as Node;
}
