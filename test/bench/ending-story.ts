import { type Cast, newId, partnership, type Step } from './cast.js';
import { dateOf } from './chance.js';

/** An end by mutual agreement: offer, counter-offer for some, consent, wind-down, conclusion. */
export function* ending(cast: Cast, proposed: number): Generator<Step, void, undefined> {
  const { chance } = cast;
  const endsOn = proposed + 180;
  const first = offer(cast, { day: proposed, endsOn, side: 'OWN', round: 1 });
  yield partnership(cast, proposed, { type: 'MutualTerminationProposed', data: first });
  const countered = proposed + 14;
  const accepted = chance.happens(0.5) ? offer(cast, { day: countered, endsOn, side: 'PARTNER', round: 2 }) : first;
  if (accepted !== first)
    yield partnership(cast, countered, {
      type: 'MutualTerminationCounterProposed',
      data: { ...accepted, supersedesProposalId: first.proposalId },
    });
  const agreed = proposed + 28;
  const answer = consent(cast, accepted === first ? 'PARTNER' : 'OWN', agreed);
  const { side, personId, declaredOn } = accepted.consent;
  const items = windDownItems(cast, agreed, endsOn);
  yield partnership(
    cast,
    agreed,
    {
      type: 'MutualTerminationAccepted',
      data: {
        proposalId: accepted.proposalId,
        termsHash: accepted.termsHash,
        consent: answer,
        firstConsent: { side, personId, declaredOn },
        endsOn: dateOf(endsOn),
      },
    },
    { type: 'WindDownBegun', data: { ground: 'MUTUAL_AGREEMENT', endsOn: dateOf(endsOn), items } },
  );
  for (const [index, { itemId }] of items.entries()) {
    const day = endsOn - 60 + index * 7;
    yield partnership(cast, day, { type: 'WindDownItemCompleted', data: { itemId, doneOn: dateOf(day) } });
  }
  const [consentOwn, consentPartner] = answer.side === 'OWN' ? [answer, accepted.consent] : [accepted.consent, answer];
  yield partnership(cast, endsOn, {
    type: 'PartnershipTerminatedByMutualAgreement',
    data: {
      endedOn: dateOf(endsOn),
      proposalId: accepted.proposalId,
      consentOwn,
      consentPartner,
      groundHistory: ['MUTUAL_AGREEMENT'],
      initiatorSide: 'OWN',
      retentionUntil: dateOf(endsOn + 3652),
    },
  });
}

interface Offer {
  readonly day: number;
  readonly endsOn: number;
  readonly side: 'OWN' | 'PARTNER';
  readonly round: number;
}

function offer(cast: Cast, { day, endsOn, side, round }: Offer) {
  return {
    proposalId: newId(cast, 'tpr', day),
    proposingSide: side,
    round,
    terms: {
      endsOn: dateOf(endsOn),
      windDownItems: [],
      customerHandover: { count: cast.chance.whole(1, 20), target: 'PARTNER' as const },
      openDealsRule: 'Deals registered before the end are closed by whoever registered them.',
      finalSettlement: { text: 'Commissions for deals won before the end are paid within 30 days.' },
      compensationClause: { section89bAssessment: 'OPEN' as const },
      confidentialityMonths: 24,
      publicStatement: 'Both companies part on good terms.',
      reasonCode: 'STRATEGY_DIVERGED',
      form: 'WRITTEN' as const,
    },
    termsHash: cast.chance.sha256(),
    acceptBy: dateOf(day + 30),
    binding: false,
    consent: consent(cast, side, day),
  };
}

function consent(cast: Cast, side: 'OWN' | 'PARTNER', day: number) {
  const personId = side === 'OWN' ? cast.ownContact : cast.partnerContact;
  return { side, personId, declaredOn: dateOf(day), authority: 'PROKURA', form: 'WRITTEN' } as const;
}

function windDownItems(cast: Cast, day: number, endsOn: number) {
  return (['OPEN_DEALS', 'DATA_RETURN', 'ACCESS_REVOKED', 'BRANDING_REMOVED', 'FINAL_SETTLEMENT'] as const).map(
    (kind) => ({
      itemId: newId(cast, 'wdi', day),
      kind,
      ownerSide: 'OWN' as const,
      dueOn: dateOf(endsOn),
      mandatory: true,
    }),
  );
}
