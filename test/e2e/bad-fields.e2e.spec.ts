import { referenceProgrammes } from '#programme/domain';
import type { RefusedCommand } from '../support/graphql-actor.js';
import { expectNothingWritten } from '../support/nothing-written.js';
import { startTwoPartnerships, type TwoPartnerships } from '../support/two-partnerships.js';

let scene: TwoPartnerships;
beforeAll(async () => {
  scene = await startTwoPartnerships();
});
afterAll(() => scene.api.dispose());

/** The codes and paths of a refusal's details. */
function where({ details }: RefusedCommand): readonly string[] {
  return details.map(({ code, path }) => `${code} ${path ?? ''}`.trim());
}

const company = { legalName: 'Morgenrot KI GmbH', country: 'DE' };

describe('a field that breaks its rule', () => {
  expectNothingWritten(() => scene.api);

  it.each<[string, string, object, string]>([
    [
      'a name with a control character',
      'registerPartnerCompany',
      { ...company, legalName: 'Morgen\u0007rot' },
      'controlCharacters legalName',
    ],
    [
      'a name with a null character',
      'registerPartnerCompany',
      { ...company, legalName: 'Morgen\u0000rot' },
      'controlCharacters legalName',
    ],
    [
      'a name with half a character',
      'registerPartnerCompany',
      { ...company, legalName: 'Morgen\ud800rot' },
      'controlCharacters legalName',
    ],
    ['a name of two lines', 'registerPartnerCompany', { ...company, legalName: 'Morgenrot\nGmbH' }, 'isLine legalName'],
    [
      'a name that is too long',
      'registerPartnerCompany',
      { ...company, legalName: 'x'.repeat(301) },
      'maxLength legalName',
    ],
    ['no name', 'registerPartnerCompany', { ...company, legalName: '' }, 'minLength legalName'],
    ['a blank name', 'registerPartnerCompany', { ...company, legalName: '   ' }, 'isNotBlank legalName'],
    ['a country that is none', 'registerPartnerCompany', { ...company, country: 'Germany' }, 'matches country'],
    [
      'a control character deep inside',
      'registerPartnerCompany',
      { ...company, externalRefs: [{ system: 'CRM', id: 'a\u001bb' }] },
      'controlCharacters externalRefs.0.id',
    ],
    [
      'a line that is too long deep inside',
      'registerPartnerCompany',
      { ...company, externalRefs: [{ system: 'x'.repeat(101), id: '1' }] },
      'maxLength externalRefs.0.system',
    ],
    [
      'too many entries',
      'registerPartnerCompany',
      { ...company, externalRefs: Array.from({ length: 21 }, () => ({ system: 'CRM', id: '1' })) },
      'arrayMaxSize externalRefs',
    ],
    ['a revision below all', 'registerPartnerCompany', { ...company, expectedRevision: -2 }, 'min expectedRevision'],
    [
      'an id of another kind',
      'recordPersonLeftCompany',
      { personId: 'cmp_1', leftOn: '2025-03-03' },
      'matches personId',
    ],
    [
      'an id that is an attack',
      'recordPersonLeftCompany',
      { personId: "prs_1'; DROP TABLE events; --", leftOn: '2025-03-03' },
      'matches personId',
    ],
    [
      'an id that is a path',
      'recordPersonLeftCompany',
      { personId: 'prs_../../vault', leftOn: '2025-03-03' },
      'matches personId',
    ],
    [
      'a mail address that is none',
      'registerContactPerson',
      { side: 'OWN', name: 'Jana', email: 'jana', legalBasis: 'Art. 6' },
      'isEmail email',
    ],
  ])('%s is refused with path and rule', async (_case, mutation, input, detail) => {
    const refusal = await scene.head.refused(mutation, input);
    expect([refusal.code, where(refusal)]).toEqual(['VALIDATION_FAILED', [detail]]);
    const [, path = ''] = detail.split(' ');
    expect(refusal.message).toContain(path);
  });

  it('is named together with all the others', async () => {
    const refusal = await scene.head.refused('registerPartnerCompany', {
      legalName: '',
      country: '?',
      domain: 'http://x',
      expectedRevision: -9,
    });
    expect(where(refusal)).toEqual(
      ['minLength legalName', 'matches country', 'matches domain', 'min expectedRevision'].sort(
        (a, b) => where(refusal).indexOf(a) - where(refusal).indexOf(b),
      ),
    );
    expect(refusal.details).toHaveLength(4);
  });

  it.each([
    ['a mail address', 'Call nora@scene.ostwind.example first.'],
    ['a phone number', 'Call +49 381 5550100 first.'],
  ])('a text with %s is refused, because it would stay for ever', async (_case, note) => {
    const { partnershipId } = scene.ostwind;
    const refusal = await scene.head.refused('logCommunication', {
      partnershipId,
      channel: 'CALL',
      direction: 'OUTBOUND',
      scope: 'BETWEEN_PARTNERS',
      substantive: true,
      topic: 'Price list',
      participants: [],
      summary: note,
    });
    expect([refusal.code, where(refusal)]).toEqual(['TEXT_CONTAINS_CONTACT_DATA', ['namesNoContactData summary']]);
  });

  it('a requirement that is described with a mail address is refused as well', async () => {
    const { requirements, ...content } = referenceProgrammes.SALES;
    const [first, ...others] = requirements;
    const described = { ...first, description: 'Send it to jana@elbtakt.example.' };
    const refusal = await scene.head.refused('draftProgramme', { ...content, requirements: [described, ...others] });
    expect([refusal.code, where(refusal)]).toEqual([
      'TEXT_CONTAINS_CONTACT_DATA',
      ['namesNoContactData requirements.0.description'],
    ]);
  });
});
