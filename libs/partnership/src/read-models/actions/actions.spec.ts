import { indexesOf, openInProcessDocumentStore } from '#document-store';
import { projectionSpecification } from '#event-sourcing/testing';
import {
  actionAgreedBetweenReviews,
  actionAgreedInReview,
  actionCancelled,
  actionCompleted,
  actionReplanned,
} from '../../domain/event-samples/actions.js';
import { type ActionsWanted, actionsFilter } from './actions-wanted.js';
import { actions } from './actions.js';
import { actionOverdueDays, AgreedAction } from './agreed-action.js';

const { given } = projectionSpecification(actions, 'partnership-prt_1');

const training: AgreedAction = {
  id: 'act_review',
  partnershipId: 'prt_1',
  reviewId: 'rev_held',
  sealedText: { keyId: 'key_action', ciphertext: 'c2VhbGVkIGFjdGlvbg==' },
  ownerSide: 'PARTNER',
  ownerPersonId: 'prs_partner',
  status: 'OPEN',
  agreedOn: '2026-02-16',
  dueOn: '2026-03-31',
  originallyDueOn: '2026-03-31',
  replanCount: 0,
};
const priceList: AgreedAction = {
  id: 'act_between',
  partnershipId: 'prt_1',
  sealedText: { keyId: 'key_between', ciphertext: 'c2VhbGVkIHByaWNlIGxpc3Q=' },
  ownerSide: 'OWN',
  ownerPersonId: 'prs_own',
  status: 'OPEN',
  agreedOn: '2026-02-20',
  dueOn: '2026-03-13',
  originallyDueOn: '2026-03-13',
  replanCount: 0,
};

describe('the list of actions', () => {
  it('shows what was agreed, in a review and between reviews', () => {
    given(actionAgreedInReview, actionAgreedBetweenReviews).then({ act_review: training, act_between: priceList });
  });

  it('counts how often an action was replanned and remembers when it was due first', () => {
    given(actionAgreedInReview, actionReplanned).then({
      act_review: { ...training, dueOn: '2026-04-30', replanCount: 1 },
    });
  });

  it('shows when an action was done and what was said', () => {
    given(actionAgreedInReview, actionCompleted).then({
      act_review: {
        ...training,
        status: 'COMPLETED',
        completedOn: '2026-03-20',
        note: 'Both passed the sales certificate.',
      },
    });
  });

  it('keeps an action that was given up, with the reason', () => {
    given(actionAgreedBetweenReviews, actionCancelled).then({
      act_between: {
        ...priceList,
        status: 'CANCELLED',
        cancelledOn: '2026-03-02',
        cancelReason: 'The catalogue replaces the price list.',
      },
    });
  });
});

describe('an action is overdue', () => {
  it.each([
    ['not on the day it is due', training, '2026-03-31', 0],
    ['from the day after', training, '2026-04-02', 2],
    ['not once it is done', { ...training, status: 'COMPLETED' }, '2026-04-02', 0],
  ] as const)('%s', (_, action, today, days) => {
    expect(actionOverdueDays(action, today)).toBe(days);
  });
});

describe('the list of actions narrows to', () => {
  const done: AgreedAction = { ...training, id: 'act_done', status: 'COMPLETED' };
  const late: AgreedAction = { ...priceList, id: 'act_late', partnershipId: 'prt_2' };

  it.each<readonly [string, ActionsWanted, readonly string[]]>([
    ['everything', {}, ['act_done', 'act_late', 'act_review']],
    ['what they promised', { ownerSide: 'PARTNER' }, ['act_done', 'act_review']],
    ['what one person promised', { ownerPersonId: 'prs_own' }, ['act_late']],
    ['what is overdue', { overdueOnly: true }, ['act_late']],
    ['what is overdue in another partnership', { overdueOnly: true, partnershipId: 'prt_1' }, []],
    ['what is open', { status: ['OPEN'] }, ['act_late', 'act_review']],
    ['what is due until a day', { dueUntil: '2026-03-13' }, ['act_late']],
  ])('%s', async (_, wanted, ids) => {
    const collection = await openInProcessDocumentStore().collection<AgreedAction>('actions', indexesOf(AgreedAction));
    await collection.write([training, done, late].map((document) => ({ id: document.id, document, position: '1' })));
    const { documents } = await collection.find({ filter: actionsFilter(wanted, '2026-03-31'), limit: 10 });
    expect(documents.map(({ id }) => id)).toEqual(ids);
  });
});
