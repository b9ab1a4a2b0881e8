import { proposalsToExpire } from './proposals-to-expire.js';

const waiting = [
  { partnershipId: 'prt_1', proposal: { proposalId: 'tpr_1', acceptBy: '2026-04-15' } },
  { partnershipId: 'prt_2', proposal: { proposalId: 'tpr_2', acceptBy: '2026-04-16' } },
  { partnershipId: 'prt_3' },
];

describe('The proposals that nobody answered in time', () => {
  it.each<[string, readonly string[]]>([
    ['2026-04-15', []],
    ['2026-04-16', ['tpr_1']],
    ['2026-04-17', ['tpr_1', 'tpr_2']],
  ])('on %s are %j: the last day itself is still one for an answer', (today, expired) => {
    expect(proposalsToExpire(waiting, today).map(({ proposalId }) => proposalId)).toEqual(expired);
  });

  it('are named together with their partnership', () => {
    expect(proposalsToExpire(waiting, '2026-04-16')).toEqual([{ partnershipId: 'prt_1', proposalId: 'tpr_1' }]);
  });
});
