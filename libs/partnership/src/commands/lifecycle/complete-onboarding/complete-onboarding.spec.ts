import { decisionSpecification, testContext } from '#event-sourcing/testing';
import type { ActivationFacts } from '../../../domain/activation-guard.js';
import { agreementRecorded, relationshipPlanAdopted } from '../../../domain/event-samples/agreement.js';
import { manager, ownPerson, partnerPerson, salesProgramme } from '../../../domain/event-samples/facts.js';
import { active, prospective, readyToActivate } from '../../../domain/event-samples/histories.js';
import {
  onboardingBegun,
  partnershipImported,
  partnershipOnboarded,
  partnershipProposed,
} from '../../../domain/event-samples/lifecycle.js';
import {
  contactRelieved,
  ownContactAssigned,
  partnerContactAssigned,
  partnerManagerAssigned,
} from '../../../domain/event-samples/people.js';
import {
  ndaRecorded,
  requirementEvidenceRecorded,
  requirementEvidenceRevoked,
  requirementWaived,
} from '../../../domain/event-samples/requirements.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type CompleteOnboarding, completeOnboarding } from './complete-onboarding.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-03-31' });
const command: CompleteOnboarding = { tier: 'REGISTERED', activatedOn: '2026-02-02' };
const facts: ActivationFacts = {
  persons: { prs_own: ownPerson, prs_partner: partnerPerson },
  manager,
  programme: salesProgramme,
};

function refusedWith(history: readonly PartnershipEvent[], known: Partial<ActivationFacts>, ...codes: string[]): void {
  given(...history)
    .when((state) => completeOnboarding(command, state, context, { ...facts, ...known }))
    .thenRejected('ONBOARDING_INCOMPLETE', codes);
}

function without(...missing: readonly PartnershipEvent[]): readonly PartnershipEvent[] {
  return readyToActivate.filter((event) => !missing.includes(event));
}

describe('Completing the onboarding', () => {
  it('takes the partnership live when every guard holds, and keeps what each one rests on', () => {
    given(...readyToActivate)
      .when((state) => completeOnboarding(command, state, context, facts))
      .then({
        ...partnershipOnboarded,
        data: {
          ...partnershipOnboarded.data,
          guardResults: [
            { code: 'CONTACT_MISSING_OWN', ok: true, basis: 'prs_own is responsible for side OWN on 2026-02-02.' },
            {
              code: 'CONTACT_MISSING_PARTNER',
              ok: true,
              basis: 'prs_partner is responsible for side PARTNER on 2026-02-02.',
            },
            {
              code: 'CONTACT_SIDE_MISMATCH',
              ok: true,
              basis: 'Each contact that is named belongs to the company of its side.',
            },
            { code: 'PARTNER_MANAGER_MISSING', ok: true, basis: 'mgr_1 is assigned.' },
            { code: 'PROGRAMME_NOT_ENROLLED', ok: true, basis: 'Enrolled in prg_1 version 1.' },
            { code: 'REQUIREMENT_UNMET:AGREEMENT', ok: true, basis: 'Met on 2026-02-02.' },
            { code: 'REQUIREMENT_UNMET:NDA', ok: true, basis: 'Met on 2026-02-02.' },
            {
              code: 'REQUIREMENT_UNMET:SALES_CERT',
              ok: true,
              basis: 'Met on 2026-02-02, valid until 2027-11-09.',
            },
            { code: 'AGREEMENT_NOT_IN_FORCE', ok: true, basis: 'Agreement signed on 2026-01-26, version 1.' },
          ],
        },
      });
  });

  it('names every missing precondition at once, never only the first', () => {
    given(partnershipImportedInOnboarding())
      .when((state) =>
        completeOnboarding(command, state, context, { persons: {}, manager: undefined, programme: undefined }),
      )
      .thenRejected('ONBOARDING_INCOMPLETE', [
        'CONTACT_MISSING_OWN',
        'CONTACT_MISSING_PARTNER',
        'PARTNER_MANAGER_MISSING',
        'PROGRAMME_NOT_ENROLLED',
        'AGREEMENT_NOT_IN_FORCE',
      ]);
  });

  it('names the requirements one by one', () => {
    refusedWith(
      without(ndaRecorded, requirementEvidenceRecorded, agreementRecorded),
      {},
      'REQUIREMENT_UNMET:AGREEMENT',
      'REQUIREMENT_UNMET:NDA',
      'REQUIREMENT_UNMET:SALES_CERT',
      'AGREEMENT_NOT_IN_FORCE',
    );
  });

  it('asks for a contact of the own side', () => {
    refusedWith(without(ownContactAssigned), {}, 'CONTACT_MISSING_OWN');
  });

  it('asks for a contact of the partner side', () => {
    refusedWith(without(partnerContactAssigned), {}, 'CONTACT_MISSING_PARTNER');
  });

  it('does not count a contact who begins only after the activation', () => {
    const later = { ...partnerContactAssigned, data: { ...partnerContactAssigned.data, validFrom: '2026-02-03' } };
    refusedWith([...without(partnerContactAssigned), later], {}, 'CONTACT_MISSING_PARTNER');
  });

  it('does not count a contact on the day the duty ends', () => {
    const ended = { ...contactRelieved, data: { ...contactRelieved.data, endsOn: '2026-02-02' } };
    refusedWith([...readyToActivate, ended], {}, 'CONTACT_MISSING_PARTNER');
  });

  it.each([
    ['has left', { ...partnerPerson, leftOn: '2026-02-02' }],
    ['was erased', { ...partnerPerson, erased: true }],
  ])('does not count a contact who %s', (_, prs_partner) => {
    refusedWith(readyToActivate, { persons: { prs_own: ownPerson, prs_partner } }, 'CONTACT_MISSING_PARTNER');
  });

  it.each([
    ['of another company', { ...partnerPerson, companyId: 'cmp_2' }],
    ['of the own side', { ...ownPerson, personId: 'prs_partner' }],
  ])('does not accept a partner contact %s', (_, prs_partner) => {
    refusedWith(readyToActivate, { persons: { prs_own: ownPerson, prs_partner } }, 'CONTACT_SIDE_MISMATCH');
  });

  it('does not accept one person for both sides', () => {
    const same = { ...partnerContactAssigned, data: { ...partnerContactAssigned.data, personId: 'prs_own' } };
    refusedWith([...without(partnerContactAssigned), same], {}, 'CONTACT_SIDE_MISMATCH');
  });

  it.each([
    ['was dismissed', { ...manager, active: false }],
    ['is not known', undefined],
    ['is another one than assigned', { ...manager, managerId: 'mgr_2' }],
    ['is absent without a deputy', { ...manager, absences: [{ from: '2026-02-02' }] }],
  ])('asks for a partner manager when the assigned one %s', (_, present) => {
    refusedWith(readyToActivate, { manager: present }, 'PARTNER_MANAGER_MISSING');
  });

  it.each([
    ['who has a deputy', { from: '2026-02-01', deputyManagerId: 'mgr_2' }],
    ['who is back that day', { from: '2026-01-20', until: '2026-02-02' }],
  ])('accepts an absent partner manager %s', (_, absence) => {
    const present = { ...manager, absences: [absence] };
    given(...readyToActivate)
      .when((state) => completeOnboarding(command, state, context, { ...facts, manager: present }))
      .thenWarned();
  });

  it.each([
    ['retired', { ...salesProgramme, retired: true }],
    [
      'of another category',
      { ...salesProgramme, version: { ...salesProgramme.version, category: 'SERVICE' as const } },
    ],
  ])('does not accept a programme version that is %s', (_, programme) => {
    refusedWith(readyToActivate, { programme }, 'PROGRAMME_NOT_ENROLLED');
  });

  it('does not accept a requirement whose evidence was revoked', () => {
    const revoked = { ...requirementEvidenceRevoked, data: { ...requirementEvidenceRevoked.data, from: '2026-02-02' } };
    refusedWith([...readyToActivate, revoked], {}, 'REQUIREMENT_UNMET:SALES_CERT');
  });

  it('does not accept a requirement that is only in grace', () => {
    const expired = {
      ...requirementEvidenceRecorded,
      data: { ...requirementEvidenceRecorded.data, validUntil: '2026-02-01' },
    };
    refusedWith([...without(requirementEvidenceRecorded), expired], {}, 'REQUIREMENT_UNMET:SALES_CERT');
  });

  it('accepts a requirement that is waived', () => {
    given(...without(requirementEvidenceRecorded), { ...requirementWaived, occurredOn: '2026-02-01' })
      .when((state) => completeOnboarding(command, state, context, facts))
      .thenWarned();
  });

  it('asks for a plan in a tier that demands one', () => {
    given(...readyToActivate)
      .when((state) => completeOnboarding({ ...command, tier: 'SILVER' }, state, context, facts))
      .thenRejected('ONBOARDING_INCOMPLETE', ['PLAN_MISSING']);
  });

  it('asks for the exit strategy of the plan in a tier that demands one', () => {
    const { exitStrategy: _, ...data } = relationshipPlanAdopted.data;
    given(...readyToActivate, { ...relationshipPlanAdopted, data })
      .when((state) => completeOnboarding({ ...command, tier: 'SILVER' }, state, context, facts))
      .thenRejected('ONBOARDING_INCOMPLETE', ['PLAN_MISSING']);
  });

  it('accepts an adopted plan in a tier that demands one', () => {
    given(...readyToActivate, relationshipPlanAdopted)
      .when((state) => completeOnboarding({ ...command, tier: 'SILVER' }, state, context, facts))
      .thenWarned();
  });

  it('is refused for a tier the programme does not have', () => {
    given(...readyToActivate)
      .when((state) => completeOnboarding({ ...command, tier: 'PLATINUM' }, state, context, facts))
      .thenRejected('TIER_UNKNOWN');
  });

  it.each([
    ['before onboarding', prospective, 'PROSPECTIVE'],
    ['a second time', active, 'ACTIVE'],
  ])('is refused %s', (_, history, status) => {
    given(...history)
      .when((state) => completeOnboarding(command, state, context, facts))
      .thenRejected('INVALID_STATE', [status]);
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(partnershipProposed, partnerManagerAssigned, onboardingBegun)
      .when((state) => completeOnboarding({ ...command, activatedOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => completeOnboarding(command, state, context, facts))
      .thenRejected('NOT_FOUND');
  });
});

function partnershipImportedInOnboarding(): PartnershipEvent {
  return { ...partnershipImported, data: { ...partnershipImported.data, openingState: 'ONBOARDING' } };
}
