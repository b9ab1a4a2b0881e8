import { addDays, type CalendarDate } from '#calendar';
import { type Cast, dayOf, documentOf, type Facts, type Scene, sceneId } from './cast.js';
import type { ChapterOf, StoryTerms } from './chapter.js';

/** The own side offers an end; the head of partnering approves what the manager asked for (four eyes, domain.md 2.4). */
export function endProposed(cast: Cast, chapter: ChapterOf<'end proposed'>): readonly Scene[] {
  return [
    {
      by: 'HEAD',
      command: {
        mutation: 'proposeMutualTermination',
        input: {
          ...about(cast, 'propose-end'),
          ...offer(cast, chapter),
          side: 'OWN',
          declaredBy: cast.ownPersonId,
          requestedBy: cast.managerUserId,
        },
      },
    },
  ];
}

/** The partner wants the end, on other terms. */
export function endCounterProposed(
  cast: Cast,
  chapter: ChapterOf<'end counter-proposed'>,
  { proposal }: Facts,
): readonly Scene[] {
  return [
    {
      by: 'REPRESENTATIVE',
      command: {
        mutation: 'counterProposeMutualTermination',
        input: {
          ...about(cast, 'counter-propose-end'),
          ...offer(cast, chapter),
          proposalId: proposal?.proposalId,
          side: 'PARTNER',
          declaredBy: cast.partnerPersonId,
        },
      },
    },
  ];
}

/** The own side agrees to the very terms that lie on the table. */
export function endAccepted(cast: Cast, { daysAgo }: ChapterOf<'end accepted'>, { proposal }: Facts): readonly Scene[] {
  return [
    {
      by: 'HEAD',
      command: {
        mutation: 'acceptMutualTermination',
        input: {
          ...about(cast, 'accept-end'),
          proposalId: proposal?.proposalId,
          termsHash: proposal?.termsHash,
          side: 'OWN',
          declaredBy: cast.ownPersonId,
          declaredOn: dayOf(cast, daysAgo),
          authority: 'PROKURA',
          form: 'WRITTEN',
          fileRef: documentOf(cast, 'end-agreement'),
        },
      },
    },
  ];
}

/** Whatever was left to do is done, by the side whose it was. */
export function woundDown(cast: Cast, { daysAgo }: ChapterOf<'wound down'>, { pendingItems }: Facts): readonly Scene[] {
  const doneOn = dayOf(cast, daysAgo);
  return pendingItems.map(({ itemId, ownerSide, kind }) => ({
    by: ownerSide === 'OWN' ? 'MANAGER' : 'REPRESENTATIVE',
    command: {
      mutation: 'completeWindDownItem',
      input: {
        ...about(cast, 'item-done', itemId),
        itemId,
        doneOn,
        ...(kind === 'CUSTOMER_HANDOVER' ? { consentOwn: doneOn, consentPartner: doneOn } : {}),
      },
    },
  }));
}

/** The agreed day has come. */
export function concluded(cast: Cast, { daysAgo }: ChapterOf<'concluded'>): readonly Scene[] {
  const input = { ...about(cast, 'concluded'), endedOn: dayOf(cast, daysAgo) };
  return [{ by: 'HEAD', command: { mutation: 'concludePartnership', input } }];
}

function offer(
  cast: Cast,
  { daysAgo, answerInDays, terms }: ChapterOf<'end proposed'> | ChapterOf<'end counter-proposed'>,
) {
  const occurredOn = dayOf(cast, daysAgo);
  return {
    occurredOn,
    acceptBy: addDays(occurredOn, answerInDays),
    authority: 'STATUTORY',
    terms: fullTerms(terms, occurredOn),
  };
}

function fullTerms({ endsInDays, customers, openDealsRule, settlement }: StoryTerms, from: CalendarDate) {
  return {
    endsOn: addDays(from, endsInDays),
    windDownItems: [],
    customerHandover: { count: customers, target: 'CUSTOMER_CHOICE' },
    openDealsRule,
    finalSettlement: { text: settlement },
    compensationClause: { section89bAssessment: 'NOT_APPLICABLE' },
    confidentialityMonths: 24,
    publicStatement: 'Both companies end their partnership by mutual agreement and thank each other.',
    reasonCode: 'STRATEGY_DIVERGED',
    form: 'WRITTEN',
  };
}

function about(cast: Cast, ...parts: readonly string[]) {
  return { commandId: sceneId(cast, ...parts), partnershipId: cast.partnershipId };
}
