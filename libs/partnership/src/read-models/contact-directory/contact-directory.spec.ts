import { projectionSpecification } from '#event-sourcing/testing';
import { contactRelieved, ownContactAssigned, partnerContactAssigned } from '../../domain/event-samples/people.js';
import { contactDirectory } from './contact-directory.js';
import { contactsFilter } from './contacts-wanted.js';

const { given } = projectionSpecification(contactDirectory, 'partnership-prt_1');
const partner = {
  id: 'prt_1/PARTNER/prs_partner/2026-01-14',
  partnershipId: 'prt_1',
  side: 'PARTNER' as const,
  personId: 'prs_partner',
  validFrom: '2026-01-14',
  acceptedOn: '2026-01-15',
};

describe('The contact directory', () => {
  it('has one entry for each time of duty', () => {
    given(ownContactAssigned, partnerContactAssigned).then({
      'prt_1/OWN/prs_own/2026-01-12': {
        id: 'prt_1/OWN/prs_own/2026-01-12',
        partnershipId: 'prt_1',
        side: 'OWN',
        personId: 'prs_own',
        validFrom: '2026-01-12',
      },
      [partner.id]: partner,
    });
  });

  it('keeps who was responsible after the duty has ended', () => {
    given(partnerContactAssigned, contactRelieved).then({
      [partner.id]: { ...partner, validUntil: '2026-03-12', endReason: 'LEFT' },
    });
  });

  it('notes on the same entry that the person accepted the duty', () => {
    const { acceptedOn: _, ...assigned } = partnerContactAssigned.data;
    given({ ...partnerContactAssigned, data: assigned }, partnerContactAssigned).then({ [partner.id]: partner });
  });

  it('keeps both times of a person who comes back', () => {
    const again = {
      ...partnerContactAssigned,
      data: { side: 'PARTNER', personId: 'prs_partner', validFrom: '2026-05-04' },
    } as const;
    const id = 'prt_1/PARTNER/prs_partner/2026-05-04';
    const { acceptedOn: _, ...bare } = partner;
    given(partnerContactAssigned, contactRelieved, again).then({
      [partner.id]: { ...partner, validUntil: '2026-03-12', endReason: 'LEFT' },
      [id]: { ...bare, id, validFrom: '2026-05-04' },
    });
  });

  it('counts the first day of a duty and not the day on which it ends', () => {
    expect(contactsFilter({ side: 'OWN', currentOn: '2026-03-31' })).toEqual({
      $and: [
        { side: 'OWN' },
        { validFrom: { $lte: '2026-03-31' }, $or: [{ validUntil: null }, { validUntil: { $gt: '2026-03-31' } }] },
      ],
    });
  });
});
