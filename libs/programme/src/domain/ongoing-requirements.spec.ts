import { ongoingRequirements } from './ongoing-requirements.js';
import { referenceProgrammes } from './reference-programmes.js';

const { tiers, requirements } = referenceProgrammes.SALES;
const certificates = (tierKey: string | undefined): unknown =>
  ongoingRequirements({ tiers, requirements: requirements.toReversed() }, tierKey)
    .filter(({ key }) => key === 'SALES_CERT')
    .map(({ threshold, appliesAt }) => [threshold, appliesAt]);

describe('what holds all the time in a tier', () => {
  it.each([
    ['without a tier what every tier needs', undefined, [[1, 'ONGOING']]],
    ['in the lowest tier the same', 'REGISTERED', [[1, 'ONGOING']]],
    ['from a tier on what it needs instead', 'SILVER', [[2, 'TIER']]],
    ['in the highest tier only the most', 'GOLD', [[4, 'TIER']]],
    ['in a tier that is not there what every tier needs', 'PLATINUM', [[1, 'ONGOING']]],
  ])('is %s, whatever the order', (_case, tierKey, expected) => {
    expect(certificates(tierKey)).toEqual(expected);
  });

  it('leaves out what is needed for activation only', () => {
    const [first] = requirements;
    expect(first?.appliesAt).toBe('ACTIVATION');
    expect(ongoingRequirements({ tiers, requirements: first === undefined ? [] : [first] }, 'GOLD')).toEqual([]);
  });

  it('counts a requirement of a lower tier in the higher ones', () => {
    const keys = ongoingRequirements({ tiers, requirements }, 'GOLD').map(({ key }) => key);
    expect(keys).toContain('BUSINESS_PLAN');
  });
});
