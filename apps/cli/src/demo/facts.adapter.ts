import type { Api } from '../import-sending/api.js';
import type { Facts } from './cast.js';

interface Rows<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** Asks the API what has become of a partnership: what the next chapter has to know. */
export async function factsOf(api: Api, partnershipId: string): Promise<Facts> {
  const answer = await api.request<{
    readonly actions: Rows<Facts['openActions'][number]>;
    readonly reviewCalendar: Rows<{ readonly id: string }>;
    readonly terminationBoard: Rows<{
      readonly proposal: Facts['proposal'] | null;
      readonly items: readonly (Facts['pendingItems'][number] & { readonly status: string })[];
    }>;
  }>(QUERY, { id: partnershipId });
  const [review] = rowsOf(answer.reviewCalendar);
  const [ending] = rowsOf(answer.terminationBoard);
  const proposal = ending?.proposal ?? undefined;
  return {
    openActions: rowsOf(answer.actions),
    ...(review === undefined ? {} : { lastReviewId: review.id }),
    ...(proposal === undefined ? {} : { proposal }),
    pendingItems: (ending?.items ?? []).filter(({ status }) => status === 'PENDING'),
  };
}

const QUERY = `query ($id: ID!) {
  actions(first: 100, filter: { partnershipId: $id, status: [OPEN] }) { edges { node { id ownerSide } } }
  reviewCalendar(first: 1, filter: { partnershipId: $id, status: [HELD] }) { edges { node { id } } }
  terminationBoard(first: 1, filter: { partnershipId: $id }) { edges { node {
    proposal { proposalId termsHash } items { itemId ownerSide kind status } } } }
}`;

function rowsOf<Node>({ edges }: Rows<Node>): readonly Node[] {
  return edges.map(({ node }) => node);
}
