import { activationGuard } from './activation-guard.js';
import { manager, ownPerson, partnerPerson, salesProgramme } from './event-samples/facts.js';
import { readyToActivate } from './event-samples/histories.js';
import { evolvePartnership, initialPartnership } from './state.js';

const state = readyToActivate.reduce(evolvePartnership, initialPartnership);
const facts = { persons: { prs_own: ownPerson, prs_partner: partnerPerson }, manager, programme: salesProgramme };
const { version } = salesProgramme;
const goldOnly = version.requirements
  .filter(({ key }) => key === 'NDA')
  .map((requirement) => ({ ...requirement, key: 'SECOND_CERT', tierKey: 'SILVER' }));

function codes(programme: typeof salesProgramme, tier?: string): readonly string[] {
  return activationGuard(state, { ...facts, programme }, '2026-02-02', tier).map(({ code }) => code);
}

describe('The activation guard', () => {
  it('asks for what the lowest tier needs while none is chosen', () => {
    expect(codes(salesProgramme)).toEqual(codes(salesProgramme, 'REGISTERED'));
    expect(codes(salesProgramme)).not.toContain('PLAN_MISSING');
  });

  it('asks for a requirement of a tier only from that tier on', () => {
    const programme = {
      ...salesProgramme,
      version: { ...version, requirements: [...version.requirements, ...goldOnly] },
    };
    expect(codes(programme, 'REGISTERED')).not.toContain('REQUIREMENT_UNMET:SECOND_CERT');
    expect(codes(programme, 'SILVER')).toContain('REQUIREMENT_UNMET:SECOND_CERT');
  });

  it('does not ask for what is optional or due only later', () => {
    const requirements = version.requirements.map((requirement) => ({ ...requirement, mandatory: false }));
    const optional = { ...salesProgramme, version: { ...version, requirements } };
    expect(codes(optional).filter((code) => code.startsWith('REQUIREMENT_UNMET'))).toEqual([]);
    expect(codes(salesProgramme)).not.toContain('REQUIREMENT_UNMET:RATING');
  });

  it('fails nothing when all is there', () => {
    expect(activationGuard(state, facts, '2026-02-02').filter(({ ok }) => !ok)).toEqual([]);
  });
});
