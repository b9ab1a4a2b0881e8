import {
  active,
  ownContactAssigned,
  partnerContactAssigned,
  partnershipEventSamples,
  projectionSpecification,
  prospective,
} from '#analytics/testing';
import projection, { type ContactTurnover } from './contact-turnover.js';

const { given } = projectionSpecification(projection, 'partnership-prt_1');
const {
  ContactRelieved,
  PartnerScoresSubmitted,
  PartnershipAbandoned,
  PartnershipImported,
  PartnershipTerminatedByMutualAgreement,
  ReviewHeld,
} = partnershipEventSamples;

const nobody: ContactTurnover = {
  id: 'prt_1/OWN',
  partnershipId: 'prt_1',
  side: 'OWN',
  category: 'SALES',
  contacts: 0,
  changes: 0,
  vacancies: 0,
  vacantDays: 0,
  duties: [],
  reviews: [],
};
const nobodyThere: ContactTurnover = { ...nobody, id: 'prt_1/PARTNER', side: 'PARTNER' };
const own: ContactTurnover = { ...nobody, contacts: 1, duties: [{ personId: 'prs_own', from: '2026-01-12' }] };
const first = { personId: 'prs_partner', from: '2026-01-14' };
const left = { ...first, until: '2026-03-12' };
const partner: ContactTurnover = { ...nobodyThere, contacts: 1, duties: [first] };
const vacant: ContactTurnover = { ...partner, vacancies: 1, vacantSince: '2026-03-12', duties: [left] };

function assigned(personId: string, validFrom: string) {
  return { ...partnerContactAssigned, data: { side: 'PARTNER' as const, personId, validFrom } };
}

function relieved(personId: string, validFrom: string, endsOn: string) {
  return { ...ContactRelieved, data: { ...ContactRelieved.data, personId, validFrom, endsOn } };
}

function held(reviewId: string, heldOn: string, score: number) {
  const scores = { strategicFit: score, results: score, delivery: score, communication: score, trust: score };
  return { ...ReviewHeld, data: { ...ReviewHeld.data, reviewId, heldOn, scoresOwn: scores } };
}

describe('the turnover of contacts', () => {
  it('begins with nobody, on both sides', () => {
    given(...prospective).then({ 'prt_1/OWN': nobody, 'prt_1/PARTNER': nobodyThere });
    given(PartnershipImported).then({ 'prt_1/OWN': nobody, 'prt_1/PARTNER': nobodyThere });
  });

  it('counts the contacts of each side', () => {
    given(...active).then({ 'prt_1/OWN': own, 'prt_1/PARTNER': partner });
  });

  it('does not count a person twice who accepts the duty later', () => {
    given(...active, partnerContactAssigned).then({ 'prt_1/OWN': own, 'prt_1/PARTNER': partner });
  });

  it('counts a vacancy until a successor is there', () => {
    given(...active, ContactRelieved).then({ 'prt_1/OWN': own, 'prt_1/PARTNER': vacant });
    given(...active, ContactRelieved, assigned('prs_next', '2026-04-01')).then({
      'prt_1/OWN': own,
      'prt_1/PARTNER': {
        ...partner,
        contacts: 2,
        changes: 1,
        vacancies: 1,
        vacantDays: 20,
        duties: [left, { personId: 'prs_next', from: '2026-04-01' }],
      },
    });
  });

  it('counts a change and no vacancy when somebody takes over the same day', () => {
    given(...active, ContactRelieved, assigned('prs_next', '2026-03-12')).then({
      'prt_1/OWN': own,
      'prt_1/PARTNER': {
        ...partner,
        contacts: 2,
        changes: 1,
        duties: [left, { personId: 'prs_next', from: '2026-03-12' }],
      },
    });
  });

  it('counts a vacancy and no change when the same person comes back', () => {
    given(...active, ContactRelieved, assigned('prs_partner', '2026-03-22')).then({
      'prt_1/OWN': own,
      'prt_1/PARTNER': {
        ...partner,
        vacancies: 1,
        vacantDays: 10,
        duties: [left, { personId: 'prs_partner', from: '2026-03-22' }],
      },
    });
  });

  it('does not count a duty that was called off before it began', () => {
    given(...active, assigned('prs_next', '2026-05-01'), relieved('prs_next', '2026-05-01', '2026-05-01')).then({
      'prt_1/OWN': own,
      'prt_1/PARTNER': {
        ...partner,
        duties: [first, { personId: 'prs_next', from: '2026-05-01', until: '2026-05-01' }],
      },
    });
  });

  it('ends a vacancy with the partnership', () => {
    given(...active, ContactRelieved, PartnershipTerminatedByMutualAgreement).then({
      'prt_1/OWN': { ...own, closedOn: '2026-09-30' },
      'prt_1/PARTNER': { ...partner, vacancies: 1, vacantDays: 202, closedOn: '2026-09-30', duties: [left] },
    });
    given(...prospective, PartnershipAbandoned).then({
      'prt_1/OWN': { ...nobody, closedOn: '2026-03-16' },
      'prt_1/PARTNER': { ...nobodyThere, closedOn: '2026-03-16' },
    });
  });

  it('sets the first review since the vacancy began against the last one before it', () => {
    const reviews = [
      { reviewId: 'rev_1', heldOn: '2026-03-11', own: held('rev_1', '2026-03-11', 4).data.scoresOwn },
      { reviewId: 'rev_2', heldOn: '2026-03-12', own: held('rev_2', '2026-03-12', 3).data.scoresOwn },
    ];
    given(...active, held('rev_1', '2026-03-11', 4), held('rev_2', '2026-03-12', 3), ContactRelieved).then({
      'prt_1/OWN': { ...own, reviews },
      'prt_1/PARTNER': { ...vacant, scoreBeforeVacancy: 4, scoreAfterVacancy: 3, scoreChange: -1, reviews },
    });
  });

  it('counts the scores of both sides, also those that came later', () => {
    const { scores } = PartnerScoresSubmitted.data;
    const reviews = [{ reviewId: 'rev_held', heldOn: '2026-02-16', own: ReviewHeld.data.scoresOwn, partner: scores }];
    given(...active, ReviewHeld, PartnerScoresSubmitted, ContactRelieved).then({
      'prt_1/OWN': { ...own, reviews } as ContactTurnover,
      'prt_1/PARTNER': { ...vacant, scoreBeforeVacancy: 3.9, reviews } as ContactTurnover,
    });
  });

  it('has nothing to say of a contact without a partnership', () => {
    given(ownContactAssigned).then({});
  });
});
