import { agreementsInForceOn } from './agreement-in-force.js';
import { agreementAmended, agreementRecorded, agreementRenewed } from './event-samples/agreement.js';
import type { PartnershipEvent } from './events.js';
import { evolvePartnership, initialPartnership } from './state.js';

function versionsOn(date: string, ...history: readonly PartnershipEvent[]): readonly number[] {
  const { agreement } = history.reduce(evolvePartnership, initialPartnership);
  return agreementsInForceOn(agreement, date).map(({ term }) => term.version);
}

describe('The agreement in force on a day', () => {
  it.each([
    ['2026-01-25', []],
    ['2026-01-26', [1]],
    ['2028-01-31', [1]],
    ['2028-02-01', []],
  ])('is signed by then and not ended, the last day included: %s %j', (date, versions) => {
    expect(versionsOn(date, agreementRecorded)).toEqual(versions);
  });

  it.each([
    ['2026-03-31', [1]],
    ['2026-04-01', [2]],
    ['2028-01-31', [2]],
    ['2028-02-01', [3]],
    ['2035-01-01', [3]],
  ])('is the version whose term has begun; one that renews itself does not end: %s %j', (date, versions) => {
    expect(versionsOn(date, agreementRecorded, agreementAmended, agreementRenewed)).toEqual(versions);
  });

  it('is one of each agreement', () => {
    const other = { ...agreementRecorded, data: { ...agreementRecorded.data, agreementRef: 'AVV-2026-001' } };
    expect(versionsOn('2026-03-01', agreementRecorded, other)).toEqual([1, 1]);
  });
});
