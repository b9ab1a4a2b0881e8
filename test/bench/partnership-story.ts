import { type Cast, file, newId, partnership, type Step } from './cast.js';
import { type Chance, dateOf } from './chance.js';
import { ending } from './ending-story.js';

type Told = Generator<Step, void, undefined>;

/** The whole life of one partnership, day by day: onboarding, contacts, reviews with actions, results, an end for some. */
export function* partnershipStory(cast: Cast): Told {
  const { chance, begins } = cast;
  yield* introduction(cast);
  yield partnership(cast, begins, { type: 'PartnershipProposed', data: proposal(cast) });
  yield partnership(cast, begins, {
    type: 'PartnerManagerAssigned',
    data: { managerId: cast.managerId, from: dateOf(begins) },
  });
  if (chance.happens(0.05)) {
    yield partnership(cast, begins + chance.whole(40, 90), {
      type: 'PartnershipAbandoned',
      data: {
        reasonCode: chance.pick(['NO_RESPONSE', 'NO_FIT', 'COMPETITOR']),
        note: 'No answer to three invitations.',
      },
    });
    return;
  }
  const activation = begins + chance.whole(25, 60);
  yield* onboarding(cast, activation);
  if (chance.happens(0.05)) return;
  yield activated(cast, activation);
  const end = chance.happens(0.2) ? activation + chance.whole(400, 800) : undefined;
  yield* cooperation(cast, activation, end ?? Infinity);
  if (end !== undefined) yield* ending(cast, end);
}

function sealed({ chance }: Cast, least: number, most: number) {
  return {
    keyId: `key_${chance.base64(16).replaceAll(/[+/]/g, '0')}`,
    ciphertext: chance.base64(chance.whole(least, most)),
  };
}

function proposal({ companyId, category, companyName }: Cast) {
  return { companyId, category, strategicRationale: `${companyName} reaches customers that we do not reach alone.` };
}

function* introduction(cast: Cast): Told {
  const { begins: day, companyId, companyName, ownContact, partnerContact } = cast;
  const company = {
    companyId,
    legalName: companyName,
    country: 'DE',
    domain: `p${companyId.slice(-8).toLowerCase()}.example`,
  };
  const step = (stream: string, event: Step['events'][number]): Step => ({ day, stream, events: [event] });
  yield step(`reservation-domain-${company.domain}`, { type: 'ReservationMade', data: { holder: companyId } });
  yield step(`partnerCompany-${companyId}`, {
    type: 'PartnerCompanyRegistered',
    data: { ...company, externalRefs: [], unknownFields: [] },
  });
  for (const [personId, side] of [
    [ownContact, 'OWN'],
    [partnerContact, 'PARTNER'],
  ] as const)
    yield step(`contactPerson-${personId}`, {
      type: 'ContactPersonRegistered',
      data: {
        personId,
        side,
        ...(side === 'OWN' ? {} : { companyId }),
        changedFields: ['name', 'title', 'email', 'phone'],
        legalBasis: 'Art. 6 I f GDPR',
        informationNoticeSentOn: dateOf(day),
      },
    });
}

function* onboarding(cast: Cast, activation: number): Told {
  const { begins, ownContact, partnerContact, programmeId } = cast;
  const enrolled = begins + 7;
  yield partnership(cast, enrolled, {
    type: 'OnboardingBegun',
    data: { programmeId, programmeVersion: 1, targetActivationOn: dateOf(activation) },
  });
  for (const [side, personId] of [
    ['OWN', ownContact],
    ['PARTNER', partnerContact],
  ] as const)
    yield partnership(cast, enrolled + 1, {
      type: 'ContactAssigned',
      data: { side, personId, validFrom: dateOf(enrolled + 1), acceptedOn: dateOf(enrolled + 1) },
    });
  yield partnership(cast, enrolled + 10, { type: 'AgreementRecorded', data: agreement(cast, enrolled + 10) });
  for (const requirementKey of cast.requirements) yield evidence(cast, requirementKey, enrolled + 12);
  yield partnership(cast, activation - 1, { type: 'RelationshipPlanAdopted', data: plan(activation - 1) });
}

function activated(cast: Cast, day: number): Step {
  const codes = [
    'CONTACT_MISSING_OWN',
    'CONTACT_MISSING_PARTNER',
    'MANAGER_MISSING',
    'AGREEMENT_MISSING',
    ...cast.requirements,
  ];
  return partnership(cast, day, {
    type: 'PartnershipOnboarded',
    data: {
      activatedOn: dateOf(day),
      tier: cast.tier,
      responsibleContactOwn: cast.ownContact,
      responsibleContactPartner: cast.partnerContact,
      partnerManagerId: cast.managerId,
      programmeVersion: 1,
      guardResults: codes.map((code) => ({ code, ok: true, basis: `holds on ${dateOf(day)}` })),
    },
  });
}

/** The years between activation and end: three rhythms side by side, told in the order of days. */
function* cooperation(cast: Cast, from: number, until: number): Told {
  const { chance } = cast;
  const strands = [
    rhythm(from, 25, chance, (day) => [communication(cast, day)]),
    rhythm(from, 90, chance, (day) => review(cast, day)),
    rhythm(from, 120, chance, (day) => [result(cast, day)]),
    rhythm(from, 365, chance, (day) => cast.requirements.map((key) => evidence(cast, key, day))),
  ].map((strand) => ({ strand, next: strand.next() }));
  for (;;) {
    const due = strands.reduce((first, other) => (stepDay(other.next) < stepDay(first.next) ? other : first));
    if (due.next.done === true || due.next.value.day >= until) return;
    yield due.next.value;
    due.next = due.strand.next();
  }
}

function stepDay(next: IteratorResult<Step, undefined>): number {
  return next.done === true ? Infinity : next.value.day;
}

/** Something that happens again and again; the steps of one time may lie some days apart, never past the next time. */
function* rhythm(
  from: number,
  everyDays: number,
  chance: Chance,
  tell: (day: number) => readonly Step[],
): Generator<Step, undefined, undefined> {
  for (
    let day = from + chance.whole(1, everyDays);
    ;
    day += Math.max(1, chance.whole(everyDays * 0.7, everyDays * 1.3))
  )
    yield* tell(Math.floor(day));
}

function communication(cast: Cast, day: number): Step {
  const { chance, ownContact, partnerContact } = cast;
  return partnership(cast, day, {
    type: 'CommunicationLogged',
    data: {
      communicationId: newId(cast, 'com', day),
      on: dateOf(day),
      channel: chance.pick(['CALL', 'VIDEO', 'MEETING', 'EMAIL']),
      direction: chance.pick(['INBOUND', 'OUTBOUND', 'TWO_WAY']),
      scope: 'BETWEEN_PARTNERS',
      substantive: chance.happens(0.8),
      topic: chance.pick([
        'Pipeline for the next quarter',
        'Training of two consultants',
        'Price list',
        'Open support cases',
      ]),
      participants: [ownContact, partnerContact],
      summary: sealed(cast, 120, 400),
      durationMinutes: chance.whole(10, 90),
    },
  });
}

function review(cast: Cast, planned: number): readonly Step[] {
  const { chance, ownContact, partnerContact } = cast;
  const held = planned + 14;
  const reviewId = newId(cast, 'rev', planned);
  const scores = () => ({
    strategicFit: chance.whole(2, 5),
    results: chance.whole(2, 5),
    delivery: chance.whole(2, 5),
    communication: chance.whole(2, 5),
    trust: chance.whole(2, 5),
  });
  const late = chance.happens(0.5);
  const actionId = newId(cast, 'act', held);
  const replans = cast.replansPerAction ?? Number(chance.happens(0.2));
  return [
    partnership(cast, planned, {
      type: 'ReviewScheduled',
      data: {
        reviewId,
        kind: 'QUARTERLY',
        plannedOn: dateOf(held),
        agenda: 'Last actions, pipeline, training, price list.',
      },
    }),
    partnership(
      cast,
      held,
      {
        type: 'ReviewHeld',
        data: {
          reviewId,
          kind: 'QUARTERLY',
          heldOn: dateOf(held),
          participants: [
            { side: 'OWN', personId: ownContact },
            { side: 'PARTNER', personId: partnerContact },
          ],
          responsibleContactOwn: ownContact,
          responsibleContactPartner: partnerContact,
          partnerManagerId: cast.managerId,
          scoresOwn: scores(),
          ...(late ? {} : { scoresPartner: scores() }),
          outcome: chance.pick(['CONTINUE', 'EXPAND', 'IMPROVE']),
          openActionStatus: [],
          nextReviewOn: dateOf(held + 90),
          oneSided: late,
          summary: sealed(cast, 300, 1200),
        },
      },
      {
        type: 'ActionAgreed',
        data: {
          actionId,
          reviewId,
          text: sealed(cast, 80, 200),
          ownerSide: 'PARTNER',
          ownerPersonId: partnerContact,
          agreedOn: dateOf(held),
          dueOn: dateOf(held + 30),
        },
      },
    ),
    ...(late
      ? [
          partnership(cast, held + 5, {
            type: 'PartnerScoresSubmitted',
            data: { reviewId, scores: scores(), submittedBy: partnerContact, submittedOn: dateOf(held + 5) },
          }),
        ]
      : []),
    ...Array.from({ length: replans }, (_, index) =>
      partnership(cast, held + 6 + Math.floor((index / replans) * 20), {
        type: 'ActionReplanned',
        data: {
          actionId,
          oldDueOn: dateOf(held + 30 + index),
          newDueOn: dateOf(held + 31 + index),
          replanCount: index + 1,
          reason: 'No seat left in the course.',
        },
      }),
    ),
    partnership(cast, held + 28, {
      type: 'ActionCompleted',
      data: { actionId, completedOn: dateOf(held + 28), note: 'Done as agreed.' },
    }),
  ];
}

function result(cast: Cast, day: number): Step {
  const { chance } = cast;
  const amountCents = chance.whole(400_000, 20_000_000);
  return partnership(cast, day, {
    type: 'BusinessResultRecorded',
    data: {
      resultId: newId(cast, 'res', day),
      kind: chance.pick(['JOINT_DEAL_WON', 'JOINT_DEAL_LOST', 'DEAL_REGISTERED', 'PROJECT_DELIVERED']),
      attribution: chance.pick(['SOURCED', 'INFLUENCED', 'CO_SOLD']),
      revenue: {
        amountCents,
        currency: 'EUR',
        reportingCents: amountCents,
        reportingCurrency: 'EUR',
        fxRate: '1.000000',
        fxDate: dateOf(day),
      },
      newCustomer: chance.happens(0.4),
      quantity: 1,
      customerRef: `crm-account-${chance.whole(1, 99_999)}`,
    },
  });
}

function evidence(cast: Cast, requirementKey: string, day: number): Step {
  return partnership(cast, day, {
    type: 'RequirementEvidenceRecorded',
    data: {
      evidenceId: newId(cast, 'evd', day),
      requirementKey,
      validFrom: dateOf(day),
      validUntil: dateOf(day + 729),
      holderPersonId: cast.partnerContact,
      fileRef: file(cast),
    },
  });
}

function agreement(cast: Cast, day: number) {
  return {
    agreementRef: `RV-${dateOf(day)}-${cast.chance.whole(1, 999)}`,
    version: 1,
    kind: 'RESELLER',
    signedOn: dateOf(day),
    startsOn: dateOf(day),
    endsOn: dateOf(day + 1825),
    autoRenewMonths: 12,
    noticeMonths: 3,
    noticeToMonthEnd: true,
    governingLaw: 'DE',
    fileRef: file(cast),
    signatories: [
      { side: 'OWN', personId: cast.ownContact, authority: 'PROKURA' },
      { side: 'PARTNER', personId: cast.partnerContact, authority: 'STATUTORY' },
    ],
  } as const;
}

function plan(day: number) {
  return {
    planVersion: 1,
    objectives: [
      {
        key: 'NEW_CUSTOMER_REVENUE',
        unit: 'EUR',
        target: '50000',
        from: dateOf(day),
        to: dateOf(day + 365),
        ownerSide: 'PARTNER',
      },
    ],
    governance: { levels: ['Responsible contacts, monthly', 'Head of partnering and sponsor, twice a year'] },
    risks: ['One salesperson carries the whole pipeline.'],
    exitStrategy: {
      triggers: ['No joint deal in two years'],
      transitionRules: 'Joint customers choose who looks after them.',
    },
    confirmedByPartnerOn: dateOf(day),
  } as const;
}
