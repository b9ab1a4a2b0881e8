import { evolveDocument } from '#event-sourcing';
import { projectionSpecification, recorded } from '#event-sourcing/testing';
import { manager, ownPerson, partnerPerson, salesProgramme } from '../../domain/event-samples/facts.js';
import { active, onboarding, prospective, readyToActivate } from '../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipImported } from '../../domain/event-samples/lifecycle.js';
import { ownContactAssigned, partnerManagerReassigned } from '../../domain/event-samples/people.js';
import { evolvePartnership, initialPartnership } from '../../domain/state.js';
import type { PartnershipEvent } from '../../domain/events.js';
import { rowOn } from './missing-preconditions.js';
import { guardedStateOf, onboardingBoard } from './onboarding-board.js';
import type { OnboardingRow } from './onboarding-row.js';

const { given } = projectionSpecification(onboardingBoard, 'partnership-prt_1');
const facts = {
  persons: { prs_own: ownPerson, prs_partner: partnerPerson },
  manager,
  programme: salesProgramme,
};

function rowAfter(history: readonly PartnershipEvent[]): OnboardingRow {
  const row = history.reduce<OnboardingRow | undefined>(
    (before, event, index) =>
      evolveDocument(onboardingBoard, before, recorded(event, index, 'partnership-prt_1'), 'prt_1'),
    undefined,
  );
  if (row === undefined) throw new Error('The partnership is not on the board.');
  return row;
}

describe('The onboarding board', () => {
  it('shows a partnership from its proposal on', () => {
    given(...prospective).then({
      prt_1: {
        id: 'prt_1',
        companyId: 'cmp_1',
        category: 'SALES',
        state: 'PROSPECTIVE',
        imported: false,
        openedOn: '2026-01-05',
        managerId: 'mgr_1',
        chapters: {
          people: { managers: [{ managerId: 'mgr_1', from: '2026-01-05' }], contacts: { OWN: [], PARTNER: [] } },
          agreements: [],
          plans: [],
          requirements: { evidence: {}, waivers: [] },
        },
      },
    });
  });

  it('knows of the partnership what the activation guard asks for', () => {
    const { lifecycle, people, agreement, requirements } = readyToActivate.reduce(
      evolvePartnership,
      initialPartnership,
    );
    expect(guardedStateOf(rowAfter(readyToActivate))).toEqual({ lifecycle, people, agreement, requirements });
  });

  it('says everything that is missing, and whose turn it is', () => {
    const { missing, stalledDays } = rowOn(rowAfter([...prospective, ownContactAssigned]), facts, '2026-01-12');
    expect(missing?.map(({ code, side }) => [code, side])).toEqual([
      ['CONTACT_MISSING_PARTNER', 'PARTNER'],
      ['PROGRAMME_NOT_ENROLLED', 'OWN'],
      ['REQUIREMENT_UNMET:AGREEMENT', undefined],
      ['REQUIREMENT_UNMET:NDA', 'PARTNER'],
      ['REQUIREMENT_UNMET:SALES_CERT', 'PARTNER'],
      ['AGREEMENT_NOT_IN_FORCE', undefined],
    ]);
    expect(stalledDays).toBeUndefined();
  });

  it('names the way out', () => {
    expect(rowOn(rowAfter(onboarding), facts, '2026-01-13').missing?.at(0)).toEqual({
      code: 'CONTACT_MISSING_PARTNER',
      side: 'PARTNER',
      message: 'No responsible contact of side PARTNER on 2026-01-13: use AssignContact.',
    });
  });

  it('shows nothing missing once everything is there, and for how long onboarding has been going on', () => {
    expect(rowOn(rowAfter(readyToActivate), facts, '2026-02-02')).toMatchObject({
      state: 'ONBOARDING',
      targetActivationOn: '2026-02-02',
      programmeId: 'prg_1',
      programmeVersion: 1,
      begunOn: '2026-01-12',
      stalledDays: 21,
      missing: [],
    });
  });

  it('follows a handover', () => {
    expect(rowAfter([...onboarding, partnerManagerReassigned]).managerId).toBe('mgr_2');
  });

  it.each([
    ['goes live', active],
    ['is abandoned', [...prospective, partnershipAbandoned]],
  ])('lets a partnership go that %s', (_, history) => {
    given(...history).then({});
  });

  it('keeps an imported partnership that was live, with its gaps', () => {
    const row = rowAfter([{ ...partnershipImported, occurredOn: '2019-05-06' }]);
    expect(row).toMatchObject({ state: 'ACTIVE', imported: true, openedOn: '2026-01-05' });
    const nothing = { persons: {}, manager: undefined, programme: undefined };
    expect(rowOn(row, nothing, '2026-03-31').missing?.map(({ code }) => code)).toEqual([
      'CONTACT_MISSING_OWN',
      'CONTACT_MISSING_PARTNER',
      'PARTNER_MANAGER_MISSING',
      'PROGRAMME_NOT_ENROLLED',
      'AGREEMENT_NOT_IN_FORCE',
    ]);
  });

  it('counts the onboarding of an imported partnership from the import on', () => {
    const imported: PartnershipEvent = {
      ...partnershipImported,
      occurredOn: '2019-05-06',
      data: { ...partnershipImported.data, openingState: 'ONBOARDING' },
    };
    expect(rowOn(rowAfter([imported]), facts, '2026-01-15').stalledDays).toBe(10);
  });
});
