import { projectionSpecification } from '#event-sourcing/testing';
import { terminated } from '../../domain/event-samples/ending-histories.js';
import { active, prospective } from '../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipImported } from '../../domain/event-samples/lifecycle.js';
import { contactRelieved, partnerContactAssigned } from '../../domain/event-samples/people.js';
import type { PartnershipEvent } from '../../domain/events.js';
import { vacancies } from './vacancies.js';
import { type Vacancy, vacancyOn } from './vacancy.js';
import { vacanciesFilter } from './vacancies-wanted.js';

const { given } = projectionSpecification(vacancies, 'partnership-prt_1');
const partnership = {
  partnershipId: 'prt_1',
  companyId: 'cmp_1',
  category: 'SALES' as const,
  state: 'ACTIVE' as const,
  managerId: 'mgr_1',
  watchedFrom: '2026-01-05',
};
const own: Vacancy = {
  ...partnership,
  id: 'prt_1/OWN',
  side: 'OWN',
  intervals: [{ personId: 'prs_own', validFrom: '2026-01-12' }],
  gap: { from: '2026-01-05', until: '2026-01-12' },
};
const partner: Vacancy = {
  ...partnership,
  id: 'prt_1/PARTNER',
  side: 'PARTNER',
  intervals: [{ personId: 'prs_partner', validFrom: '2026-01-14', acceptedOn: '2026-01-15', validUntil: '2026-03-12' }],
  gap: { from: '2026-03-12' },
  gapBefore: { from: '2026-01-05', until: '2026-01-14' },
};

describe('The vacancies', () => {
  it('follow each side of an open partnership', () => {
    given(...active, contactRelieved).then({ [own.id]: own, [partner.id]: partner });
  });

  it('count for an imported partnership from the import on', () => {
    const { managerId: _, ...imported } = { ...partnership, intervals: [], gap: { from: '2026-01-05' } };
    given({ ...partnershipImported, occurredOn: '2019-05-06' }).then({
      'prt_1/OWN': { ...imported, id: 'prt_1/OWN', side: 'OWN' },
      'prt_1/PARTNER': { ...imported, id: 'prt_1/PARTNER', side: 'PARTNER' },
    });
  });

  it.each<[string, readonly PartnershipEvent[]]>([
    ['abandoned', [...prospective, partnershipAbandoned]],
    ['terminated', terminated],
  ])('are over when the partnership is %s', (_, history) => {
    given(...history).then({});
  });

  it('do not begin without a partnership', () => {
    given(partnerContactAssigned).then({});
  });

  it.each([
    ['since the contact left', '2026-03-31', { since: '2026-03-12', days: 19 }],
    ['on the very day', '2026-03-12', { since: '2026-03-12', days: 0 }],
    ['before the first contact began', '2026-01-13', { since: '2026-01-05', until: '2026-01-14', days: 8 }],
    ['not while the contact was there', '2026-02-01', {}],
  ])('say since when and for how long a side is vacant: %s', (_, date, vacancy) => {
    expect(vacancyOn(partner, date)).toEqual({ ...partner, ...vacancy });
  });

  it('are looked for on a day in either of the two latest times without a contact', () => {
    expect(vacanciesFilter({ side: 'OWN', states: ['ACTIVE'] }, '2026-03-31')).toEqual({
      $and: [
        { side: 'OWN' },
        { state: { $in: ['ACTIVE'] } },
        {
          $or: [
            {
              'gap.from': { $lte: '2026-03-31' },
              $or: [{ 'gap.until': null }, { 'gap.until': { $gt: '2026-03-31' } }],
            },
            {
              'gapBefore.from': { $lte: '2026-03-31' },
              $or: [{ 'gapBefore.until': null }, { 'gapBefore.until': { $gt: '2026-03-31' } }],
            },
          ],
        },
      ],
    });
  });
});
