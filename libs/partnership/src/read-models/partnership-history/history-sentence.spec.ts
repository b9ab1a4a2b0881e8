import { signedLetter } from '../../domain/event-samples/ending-people.js';
import {
  actionAgreedBetweenReviews,
  actionAgreedInReview,
  actionCancelled,
  actionCompleted,
  actionReplanned,
} from '../../domain/event-samples/actions.js';
import {
  agreementAmended,
  agreementRecorded,
  agreementRenewed,
  relationshipPlanAdopted,
} from '../../domain/event-samples/agreement.js';
import { communicationLogged } from '../../domain/event-samples/communication.js';
import {
  onboardingBegun,
  partnershipAbandoned,
  partnershipImported,
  partnershipOnboarded,
  partnershipProposed,
} from '../../domain/event-samples/lifecycle.js';
import {
  contactRelieved,
  ownContactAssigned,
  partnerContactAssigned,
  partnerManagerAssigned,
  partnerManagerReassigned,
} from '../../domain/event-samples/people.js';
import {
  ndaRecorded,
  requirementEvidenceRecorded,
  requirementEvidenceRevoked,
  requirementWaived,
} from '../../domain/event-samples/requirements.js';
import { businessResultRecorded } from '../../domain/event-samples/results.js';
import {
  partnerScoresSubmitted,
  reviewCancelled,
  reviewHeld,
  reviewScheduled,
} from '../../domain/event-samples/reviews.js';
import {
  mutualTerminationAccepted,
  mutualTerminationCounterProposed,
  mutualTerminationProposalExpired,
  mutualTerminationProposalWithdrawn,
  mutualTerminationProposed,
  mutualTerminationRejected,
} from '../../domain/event-samples/termination.js';
import {
  partnershipTerminatedByMutualAgreement,
  windDownBegun,
  windDownItemAdded,
  windDownItemCompleted,
  windDownItemWaived,
} from '../../domain/event-samples/wind-down.js';
import { type PartnershipEvent, partnershipEvents } from '../../domain/events.js';
import { historySentence } from './history-sentence.js';
import { labelled, tokenIds } from './sentence-tokens.js';

const told: readonly (readonly [PartnershipEvent, string])[] = [
  [onboardingBegun, 'Onboarding began in version 1 of programme prg_1; activation is planned for 2026-02-02.'],
  [partnershipAbandoned, 'The partnership was given up before it became active: no response.'],
  [
    partnershipImported,
    'A sales partnership with {{company:cmp_1}} was taken over from SALESFORCE as active, begun on 2019-05-06; not known: agreement and tier.',
  ],
  [
    partnershipOnboarded,
    'Onboarding is complete: the partnership is live in tier REGISTERED from 2026-02-02 on, with {{person:prs_own}} (own side) and {{person:prs_partner}} (partner) as responsible contacts and {{manager:mgr_1}} as partner manager.',
  ],
  [partnershipProposed, 'A sales partnership with {{company:cmp_1}} was proposed.'],
  [
    contactRelieved,
    '{{person:prs_partner}} stopped being the responsible contact of the partner on 2026-03-12 (left); the side has no contact from then on.',
  ],
  [ownContactAssigned, '{{person:prs_own}} became the responsible contact of the own side from 2026-01-12 on.'],
  [
    partnerContactAssigned,
    '{{person:prs_partner}} became the responsible contact of the partner from 2026-01-14 on, accepted on 2026-01-15.',
  ],
  [partnerManagerAssigned, '{{manager:mgr_1}} became the partner manager from 2026-01-05 on.'],
  [
    partnerManagerReassigned,
    '{{manager:mgr_2}} took over from {{manager:mgr_1}} as partner manager from 2026-03-02 on.',
  ],
  [
    agreementAmended,
    'Agreement RV-2026-001 was changed to version 2, in force from 2026-04-01 to 2028-01-31: “Longer planning horizon for both sides”.',
  ],
  [
    agreementRecorded,
    'Agreement RV-2026-001 (RESELLER) was recorded: signed on 2026-01-26, in force from 2026-02-01 to 2028-01-31.',
  ],
  [
    agreementRenewed,
    'Agreement RV-2026-001 was renewed with version 3, in force from 2028-02-01 to 2030-01-31: “Longer planning horizon for both sides”.',
  ],
  [relationshipPlanAdopted, 'Version 1 of the relationship plan was adopted with 1 objective and an exit strategy.'],
  [ndaRecorded, 'Evidence for NDA was recorded, valid from 2026-01-20.'],
  [
    requirementEvidenceRecorded,
    'Evidence for SALES_CERT was recorded, valid from 2025-11-10 to 2027-11-09, held by {{person:prs_seller}}.',
  ],
  [requirementEvidenceRevoked, 'Evidence evd_cert no longer counts from 2026-03-12 on: “The holder left the company”.'],
  [
    requirementWaived,
    'Requirement SALES_CERT was waived until 2026-06-30, approved by carla: “The successor is in training”.',
  ],
  [
    partnerScoresSubmitted,
    '{{person:prs_partner}} gave the scores of the partner for review rev_held on 2026-02-23: 3.8 on average.',
  ],
  [reviewCancelled, 'The planned review rev_planned was called off: “Moved into the annual review”.'],
  [
    reviewHeld,
    'A review (annual) took place on 2026-02-16 with {{person:prs_own}} and {{person:prs_partner}}: continue, the own side scored 4.0. The next one is due on 2026-05-17.',
  ],
  [reviewScheduled, 'A review (quarterly) was planned for 2026-03-16.'],
  [
    actionAgreedBetweenReviews,
    'Action act_between was agreed: {{person:prs_own}} of the own side does it by 2026-03-13.',
  ],
  [actionAgreedInReview, 'Action act_review was agreed: {{person:prs_partner}} of the partner does it by 2026-03-31.'],
  [actionCancelled, 'Action act_between was cancelled: “The catalogue replaces the price list”.'],
  [actionCompleted, 'Action act_review was done on 2026-03-20: “Both passed the sales certificate”.'],
  [
    actionReplanned,
    'Action act_review was moved from 2026-03-31 to 2026-04-30, replanned 1 time so far: “No seat left in the March course”.',
  ],
  [communicationLogged, 'The companies exchanged on 2026-03-10 (call, two way): “Pipeline for the second quarter”.'],
  [
    businessResultRecorded,
    'A result was recorded: joint deal won, sourced, 1 unit, revenue 38000.00 CHF, new customer.',
  ],
  [
    mutualTerminationAccepted,
    '{{person:prs_own}} consented for the own side on 2026-03-31 to the terms that {{person:prs_partner}} had offered: the partnership ends by mutual agreement on 2026-09-30.',
  ],
  [
    mutualTerminationCounterProposed,
    '{{person:prs_partner}} declined for the partner and offered other terms in round 2: an end on 2026-09-30; the binding offer can be accepted until 2026-04-30.',
  ],
  [
    mutualTerminationProposalExpired,
    'Nobody answered offer tpr_own of the own side in time; it is void from 2026-04-16 on.',
  ],
  [
    mutualTerminationProposalWithdrawn,
    'The own side took its offer tpr_own back on 2026-03-31 through {{person:prs_own}}: “A new plan was agreed in the review”.',
  ],
  [
    mutualTerminationProposed,
    '{{person:prs_own}} offered for the own side to end the partnership by mutual agreement on 2026-06-30 (strategy diverged); the offer can be accepted until 2026-04-15.',
  ],
  [
    mutualTerminationRejected,
    'The partner declined offer tpr_own on 2026-03-31 through {{person:prs_partner}}: “Two deals are about to close”.',
  ],
  [
    partnershipTerminatedByMutualAgreement,
    'The partnership ended on 2026-09-30 by mutual agreement: {{person:prs_own}} consented for the own side, {{person:prs_partner}} for the partner. Its record is kept until 2036-12-31.',
  ],
  [
    windDownBegun,
    'The wind-down began (mutual agreement): the partnership ends on 2026-09-30, and 8 items remain to be done.',
  ],
  [
    windDownItemAdded,
    'One more item remains to be done by the partner until 2026-08-31: wdi_9, other: “Return of the demo devices”.',
  ],
  [
    windDownItemCompleted,
    'Wind-down item wdi_8 was done on 2026-09-14, agreed by the own side on 2026-09-01, agreed by the partner on 2026-09-03: “All 14 customers have signed”.',
  ],
  [windDownItemWaived, 'Wind-down item wdi_1 was waived, approved by carla: “No deal was open any more”.'],
];

describe('The history in sentences', () => {
  it.each(told)('tells %j', (event, sentence) => {
    expect(historySentence(event)).toBe(sentence);
  });

  it('has one for every event', () => {
    expect(new Set(told.map(([{ type }]) => type))).toEqual(new Set(Object.keys(partnershipEvents)));
  });

  it('keeps the topic of an internal exchange to itself', () => {
    const internal = { ...communicationLogged, data: { ...communicationLogged.data, scope: 'INTERNAL_OWN' as const } };
    expect(historySentence(internal)).toBe('The own side exchanged internally on 2026-03-10 (call).');
  });

  it('says when a review had one side only, and what the partner scored', () => {
    const scores = { strategicFit: 5, results: 4, delivery: 4, communication: 3, trust: 3 };
    const event = { ...reviewHeld, data: { ...reviewHeld.data, oneSided: true, scoresPartner: scores } };
    expect(historySentence(event)).toMatch(/one side only: continue, the own side scored 4.0, the partner 3.8\. The/);
  });

  it('says who agreed that a binding offer is let go', () => {
    const event = {
      ...mutualTerminationProposalWithdrawn,
      data: {
        ...mutualTerminationProposalWithdrawn.data,
        otherSideAgreement: { personId: 'prs_partner', declaredOn: '2026-03-30', fileRef: signedLetter },
      },
    };
    expect(historySentence(event)).toMatch(
      /through {{person:prs_own}}, to which {{person:prs_partner}} agreed: “A new/,
    );
  });
});

describe('The tokens in a sentence', () => {
  const sentence = '{{manager:mgr_1}} met {{person:prs_own}} and {{person:prs_own}} of {{company:cmp_1}}.';

  it('name persons, managers and companies by id, each once', () => {
    expect(tokenIds([sentence, 'Nobody.'])).toEqual({
      person: new Set(['prs_own']),
      manager: new Set(['mgr_1']),
      company: new Set(['cmp_1']),
    });
  });

  it('give way to labels, or to the id where there is none', () => {
    const labels = { person: new Map([['prs_own', 'erased person prs_own']]), manager: new Map(), company: new Map() };
    expect(labelled(sentence, labels)).toBe('mgr_1 met erased person prs_own and erased person prs_own of cmp_1.');
  });
});
