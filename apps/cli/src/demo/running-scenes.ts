import { addDays } from '#calendar';
import { type Cast, dayOf, type Facts, type Scene, sceneId } from './cast.js';
import type { ChapterOf, FiveScores } from './chapter.js';

/** The two companies talked. */
export function talked(cast: Cast, chapter: ChapterOf<'talked'>): readonly Scene[] {
  const { daysAgo, channel, direction, topic, summary } = chapter;
  return [
    manager({
      mutation: 'logCommunication',
      input: {
        ...about(cast, 'talked', daysAgo),
        on: dayOf(cast, daysAgo),
        channel,
        direction,
        scope: 'BETWEEN_PARTNERS',
        substantive: true,
        topic,
        participants: [cast.ownPersonId, cast.partnerPersonId],
        summary,
      },
    }),
  ];
}

/** The partnership brought something. */
export function broughtResult(cast: Cast, chapter: ChapterOf<'brought a result'>): readonly Scene[] {
  const { daysAgo, kind, attribution, euros, newCustomer, reference } = chapter;
  return [
    manager({
      mutation: 'recordBusinessResult',
      input: {
        ...about(cast, 'result', reference),
        occurredOn: dayOf(cast, daysAgo),
        kind,
        attribution,
        ...(euros === undefined ? {} : { revenue: { amountCents: euros * 100, currency: 'EUR' } }),
        newCustomer,
        customerRef: `customer-of-${reference}`,
        externalRef: reference,
      },
    }),
  ];
}

/** A review was held; every action that is still open is reported. */
export function reviewed(cast: Cast, chapter: ChapterOf<'reviewed'>, { openActions }: Facts): readonly Scene[] {
  const { daysAgo, kind, own, partner, outcome, summary, actions = [] } = chapter;
  const heldOn = dayOf(cast, daysAgo);
  return [
    manager({
      mutation: 'holdReview',
      input: {
        ...about(cast, 'review', daysAgo),
        heldOn,
        kind,
        participants: [
          { side: 'OWN', personId: cast.ownPersonId },
          { side: 'PARTNER', personId: cast.partnerPersonId },
        ],
        scoresOwn: named(own),
        ...(partner === undefined ? {} : { scoresPartner: named(partner) }),
        openActionStatus: openActions.map(({ id }) => ({ actionId: id, status: 'OPEN' })),
        outcome,
        summary,
        actions: actions.map(({ side, text, dueInDays }) => ({
          text,
          ownerSide: side,
          ownerPersonId: side === 'OWN' ? cast.ownPersonId : cast.partnerPersonId,
          dueOn: addDays(heldOn, dueInDays),
        })),
      },
    }),
  ];
}

/** The partner side answers later, with its own login. */
export function partnerScored(
  cast: Cast,
  { daysAgo, scores }: ChapterOf<'partner scored'>,
  { lastReviewId }: Facts,
): readonly Scene[] {
  return [
    {
      by: 'REPRESENTATIVE',
      command: {
        mutation: 'submitPartnerScores',
        input: {
          ...about(cast, 'partner-scores', daysAgo),
          occurredOn: dayOf(cast, daysAgo),
          reviewId: lastReviewId,
          scores: named(scores),
          submittedBy: cast.partnerPersonId,
        },
      },
    },
  ];
}

/** The next review has a date. */
export function reviewPlanned(cast: Cast, chapter: ChapterOf<'next review planned'>): readonly Scene[] {
  const occurredOn = dayOf(cast, chapter.daysAgo);
  const plannedOn = addDays(occurredOn, chapter.inDays);
  const input = { ...about(cast, 'plan-review', chapter.daysAgo), occurredOn, plannedOn, kind: 'QUARTERLY' };
  return [manager({ mutation: 'scheduleReview', input })];
}

/** A side does what it promised; the partner's own people say so of theirs. */
export function actionsDone(
  cast: Cast,
  { side, daysAgo }: ChapterOf<'actions done'>,
  { openActions }: Facts,
): readonly Scene[] {
  const completedOn = dayOf(cast, daysAgo);
  return openActions
    .filter(({ ownerSide }) => ownerSide === side)
    .map(({ id }) => ({
      by: side === 'OWN' ? 'MANAGER' : 'REPRESENTATIVE',
      command: {
        mutation: 'completeAction',
        input: { ...about(cast, 'action-done', id), actionId: id, completedOn },
      },
    }));
}

function named([strategicFit, results, delivery, communication, trust]: FiveScores) {
  return { strategicFit, results, delivery, communication, trust };
}

function about(cast: Cast, ...parts: readonly (string | number)[]) {
  return { commandId: sceneId(cast, ...parts), partnershipId: cast.partnershipId };
}

function manager(command: Scene['command']): Scene {
  return { by: 'MANAGER', command };
}
