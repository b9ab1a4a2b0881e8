import { alreadyGone, contactsToRelieve, leavingOf } from './contacts-to-relieve.js';

const leaving = { personId: 'prs_partner', leftOn: '2026-03-12', reason: 'LEFT' } as const;
const duty = { partnershipId: 'prt_1', side: 'PARTNER', validFrom: '2026-01-14' } as const;

describe('Where a person who left is relieved', () => {
  it('is in every partnership with the duty, on the day of leaving', () => {
    expect(contactsToRelieve(leaving, [duty, { ...duty, partnershipId: 'prt_3' }])).toEqual(
      ['prt_1', 'prt_3'].map((partnershipId) => ({
        partnershipId,
        side: 'PARTNER',
        personId: 'prs_partner',
        endsOn: '2026-03-12',
        reason: 'LEFT',
      })),
    );
  });

  it('is at the first day of a duty that was still to come', () => {
    expect(contactsToRelieve(leaving, [{ ...duty, validFrom: '2026-04-01' }])).toMatchObject([
      { endsOn: '2026-04-01' },
    ]);
  });

  it('is told by what is known of somebody who is assigned although already gone', () => {
    const person = { personId: 'prs_partner', side: 'PARTNER', erased: false } as const;
    expect(alreadyGone(person)).toBeUndefined();
    expect(alreadyGone(undefined)).toBeUndefined();
    expect(alreadyGone({ ...person, leftOn: '2026-03-12' })).toEqual(leaving);
    expect(alreadyGone({ ...person, erased: true, erasedOn: '2026-03-31' })).toEqual({
      personId: 'prs_partner',
      leftOn: '2026-03-31',
      reason: 'OTHER',
    });
  });

  it('is the same day when the person was forgotten, but not when only an address was erased', () => {
    const erased = {
      type: 'PersonDataErased',
      occurredOn: '2026-03-31',
      data: { personId: 'prs_partner', fieldsErased: ['email'], fieldsRestricted: ['name'], legalBasis: 'Art. 17' },
    } as const;
    expect(leavingOf(erased)).toEqual({ personId: 'prs_partner', leftOn: '2026-03-31', reason: 'OTHER' });
    expect(leavingOf({ ...erased, data: { ...erased.data, fieldsRestricted: [] } })).toBeUndefined();
  });
});
