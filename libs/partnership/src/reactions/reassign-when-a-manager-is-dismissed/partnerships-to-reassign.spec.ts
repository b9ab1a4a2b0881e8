import { partnershipsToReassign } from './partnerships-to-reassign.js';

const dismissal = {
  dismissedOn: '2026-03-31',
  handover: [
    { partnershipId: 'prt_1', managerId: 'mgr_2' },
    { partnershipId: 'prt_2', managerId: 'mgr_3' },
  ],
};

describe('What a dismissed manager hands over', () => {
  it('is each partnership to its successor, from the day of the dismissal on', () => {
    const stillTheirs = [
      { id: 'prt_1', revision: 5 },
      { id: 'prt_2', revision: 9 },
    ];
    expect(partnershipsToReassign(dismissal, stillTheirs)).toEqual([
      { partnershipId: 'prt_1', managerId: 'mgr_2', from: '2026-03-31', revision: 5 },
      { partnershipId: 'prt_2', managerId: 'mgr_3', from: '2026-03-31', revision: 9 },
    ]);
  });

  it('comes with the reason and the note that the dismissal gave it', () => {
    const told = {
      partnershipId: 'prt_1',
      managerId: 'mgr_2',
      reason: 'Parental leave.',
      handoverNote: 'Review in April.',
    };
    expect(partnershipsToReassign({ ...dismissal, handover: [told] }, [{ id: 'prt_1', revision: 5 }])).toEqual([
      { ...told, from: '2026-03-31', revision: 5 },
    ]);
  });

  it('begins not before the duty that it ends, when the dismissal is told late', () => {
    const since = (managerFrom: string) => [{ id: 'prt_1', revision: 5, managerFrom }];
    expect(partnershipsToReassign(dismissal, since('2026-04-13'))).toMatchObject([{ from: '2026-04-13' }]);
    expect(partnershipsToReassign(dismissal, since('2026-01-05'))).toMatchObject([{ from: '2026-03-31' }]);
  });

  it('is not what somebody else has taken over meanwhile', () => {
    expect(partnershipsToReassign(dismissal, [{ id: 'prt_2', revision: 9 }])).toMatchObject([
      { partnershipId: 'prt_2' },
    ]);
  });
});
