import type { Cast } from './partnership-cast.js';

interface List<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** The rows of a list, as the head of partnering sees them. */
export async function rows<Node>({ head }: Cast, list: string, selection: string): Promise<readonly Node[]> {
  const data = await head.query<Readonly<Record<string, List<Node>>>>(
    `{ rows: ${list} { edges { node { ${selection} } } } }`,
  );
  return data['rows']?.edges.map(({ node }) => node) ?? [];
}

/** What the partnership shows of itself. */
export async function partnershipOf({ head, partnershipId }: Cast, selection: string): Promise<unknown> {
  return (await head.query<{ partnership: unknown }>(`{ partnership(id: "${partnershipId}") { ${selection} } }`))
    .partnership;
}

/** What is missing for activation, each with the side whose turn it is; undefined when it is not on the board. */
export async function missing(cast: Cast): Promise<readonly (readonly [string, string | null])[] | undefined> {
  const board = await rows<{ id: string; missing: { code: string; side: string | null }[] }>(
    cast,
    'onboardingBoard',
    'id missing { code side }',
  );
  return board.find(({ id }) => id === cast.partnershipId)?.missing.map(({ code, side }) => [code, side]);
}

/** The partnership on the termination board. */
interface Case {
  readonly state: string;
  readonly answerDueFrom: string | null;
  readonly proposal: { proposalId: string; termsHash: string; round: number; proposingSide: string } | null;
  readonly items: readonly { itemId: string; kind: string; ownerSide: string; status: string; mandatory: boolean }[];
}
/** The partnership on the termination board; undefined when it is not there. */
export async function terminationCase(cast: Cast): Promise<Case | undefined> {
  const selection =
    'state answerDueFrom endsOn proposal { proposalId termsHash round proposingSide } items { itemId kind ownerSide status mandatory }';
  return (await rows<Case>(cast, `terminationBoard(filter: { partnershipId: "${cast.partnershipId}" })`, selection))[0];
}

/** Complete terms of an end. */
export const terms = (endsOn: string) => ({
  endsOn,
  windDownItems: [],
  customerHandover: { count: 14, target: 'CUSTOMER_CHOICE' },
  openDealsRule: 'Deals registered before the end are closed by whoever registered them.',
  finalSettlement: { text: 'Commissions for deals won before the end are paid within 30 days.' },
  compensationClause: { section89bAssessment: 'NOT_APPLICABLE' },
  confidentialityMonths: 24,
  publicStatement: 'Both companies thank each other.',
  reasonCode: 'STRATEGY_DIVERGED',
  form: 'WRITTEN',
});

/** What an offer may differ in from the usual one. */
interface Offer {
  readonly occurredOn?: string;
  readonly acceptBy?: string;
  readonly agreed?: object;
}

/** The own side offers an end; the head approves what the manager asked for. */
export async function offerEnd(
  cast: Cast,
  { occurredOn = '2025-07-01', acceptBy = '2025-07-31', agreed = terms('2025-09-30') }: Offer = {},
): Promise<string> {
  const { head, partnershipId, ownPersonId } = cast;
  await head.accepted(
    'proposeMutualTermination',
    {
      partnershipId,
      side: 'OWN',
      occurredOn,
      acceptBy,
      terms: agreed,
      declaredBy: ownPersonId,
      authority: 'PROKURA',
      requestedBy: 'manager',
    },
    'partnership { id }',
  );
  return (await terminationCase(cast))?.proposal?.proposalId ?? '';
}
