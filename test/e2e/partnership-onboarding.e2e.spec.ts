import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import {
  agreementOf,
  begin,
  type Cast,
  evidenceOf,
  proposedPartnership,
  publishedProgramme,
  tells,
} from '../support/partnership-cast.js';
import { missing, partnershipOf, rows } from '../support/partnership-views.js';

let api: ApiUnderTest;
let programmeId: string;
let cast: Cast;
beforeAll(async () => {
  api = await startApiUnderTest();
  programmeId = await publishedProgramme(api);
  cast = await proposedPartnership(api, 'Brenner');
});
afterAll(() => api.dispose());

describe('a partnership from proposal to activation', () => {
  it('is proposed, and the board says what stands between it and activation', async () => {
    expect(await partnershipOf(cast, 'companyName category state managerId openedOn imported openActions')).toEqual({
      companyName: 'Brenner GmbH',
      category: 'SALES',
      state: 'PROSPECTIVE',
      managerId: cast.managerId,
      openedOn: begin,
      imported: false,
      openActions: 0,
    });
    expect(await missing(cast)).toEqual([
      ['CONTACT_MISSING_OWN', 'OWN'],
      ['CONTACT_MISSING_PARTNER', 'PARTNER'],
      ['PROGRAMME_NOT_ENROLLED', 'OWN'],
      ['AGREEMENT_NOT_IN_FORCE', null],
    ]);
  });

  it('begins its onboarding; too early an activation is refused with every missing item', async () => {
    const { manager, partnershipId } = cast;
    await tells(cast, 'beginOnboarding', {
      programmeId,
      version: 1,
      targetActivationOn: '2025-02-03',
      occurredOn: '2025-01-13',
    });
    const refusal = await manager.refused('completeOnboarding', {
      partnershipId,
      tier: 'REGISTERED',
      activatedOn: '2025-01-20',
    });
    const codes = [
      'CONTACT_MISSING_OWN',
      'CONTACT_MISSING_PARTNER',
      'REQUIREMENT_UNMET:AGREEMENT',
      'REQUIREMENT_UNMET:NDA',
      'REQUIREMENT_UNMET:SALES_CERT',
      'AGREEMENT_NOT_IN_FORCE',
    ];
    expect([refusal.code, refusal.details.map(({ code }) => code)]).toEqual(['ONBOARDING_INCOMPLETE', codes]);
    expect((await missing(cast))?.map(([code]) => code)).toEqual(codes);
    expect(await partnershipOf(cast, 'state tier')).toEqual({ state: 'ONBOARDING', tier: null });
  });

  it('names its contacts, the partner’s by its own representative', async () => {
    const { representative, partnershipId, ownPersonId, partnerPersonId } = cast;
    await tells(cast, 'assignContact', { side: 'OWN', personId: ownPersonId, validFrom: '2025-01-14' });
    const confirmed = { partnershipId, side: 'PARTNER', personId: partnerPersonId, validFrom: '2025-01-15' };
    expect((await representative.refused('assignContact', confirmed)).details).toMatchObject([
      { code: 'ACCEPTANCE_MISSING' },
    ]);
    await representative.accepted(
      'assignContact',
      { ...confirmed, acceptedByPersonOn: '2025-01-15' },
      'partnership { id }',
    );
    const filter = `filter: { partnershipId: "${partnershipId}" }, sort: { by: side }`;
    expect(
      await rows(cast, `contactDirectory(${filter})`, 'companyName side name validFrom validUntil acceptedOn'),
    ).toEqual([
      {
        companyName: 'Brenner GmbH',
        side: 'OWN',
        name: 'Jana Brennersen',
        validFrom: '2025-01-14',
        validUntil: null,
        acceptedOn: null,
      },
      {
        companyName: 'Brenner GmbH',
        side: 'PARTNER',
        name: 'Nora Brennersen',
        validFrom: '2025-01-15',
        validUntil: null,
        acceptedOn: '2025-01-15',
      },
    ]);
    expect((await missing(cast))?.map(([code]) => code)).not.toContain('CONTACT_MISSING_PARTNER');
  });

  it('signs, hands in its evidence and goes live', async () => {
    await tells(cast, 'recordAgreement', agreementOf(cast));
    await tells(cast, 'recordRequirementEvidence', evidenceOf('NDA'));
    expect(await missing(cast)).toEqual([['REQUIREMENT_UNMET:SALES_CERT', 'PARTNER']]);
    await tells(cast, 'recordRequirementEvidence', evidenceOf('SALES_CERT'));
    expect(await missing(cast)).toEqual([]);
    await tells(cast, 'completeOnboarding', { tier: 'REGISTERED', activatedOn: '2025-02-03' });
    expect(await missing(cast)).toBe(undefined);
    expect(
      await partnershipOf(cast, 'state tier activatedOn contactOwn { personId } contactPartner { personId }'),
    ).toEqual({
      state: 'ACTIVE',
      tier: 'REGISTERED',
      activatedOn: '2025-02-03',
      contactOwn: { personId: cast.ownPersonId },
      contactPartner: { personId: cast.partnerPersonId },
    });
  });
});
