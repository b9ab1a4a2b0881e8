import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';

describe('the directory over GraphQL', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApiUnderTest();
  });
  afterAll(() => api.dispose());

  it('registers a company and shows it in the very next list', async () => {
    const head = await api.actor('HEAD_OF_PARTNERING');
    const { partnerCompany } = await head.accepted<{ partnerCompany: { id: string } }>(
      'registerPartnerCompany',
      { legalName: 'Nordlicht Systemhaus GmbH', country: 'DE', lei: '5493001KJTIIGC8Y1R12' },
      'partnerCompany { id legalName country }',
    );
    const { partnerCompanies } = await head.query<{ partnerCompanies: object }>(
      '{ partnerCompanies(filter: { lei: "5493001KJTIIGC8Y1R12" }) { totalCount edges { node { id legalName country } } } }',
    );
    expect(partnerCompanies).toEqual({
      totalCount: 1,
      edges: [{ node: { id: partnerCompany.id, legalName: 'Nordlicht Systemhaus GmbH', country: 'DE' } }],
    });
  });

  it('refuses a second company with the same LEI, also when both are sent at once', async () => {
    const head = await api.actor('HEAD_OF_PARTNERING');
    const lei = '529900T8BM49AURSDO55';
    const send = (legalName: string) =>
      head.send<{ answer: { __typename: string; code?: string } }>(
        'mutation ($i: RegisterPartnerCompanyInput!) { answer: registerPartnerCompany(input: $i) { __typename ... on CommandRejected { code } } }',
        { i: { legalName, country: 'DE', lei } },
      );
    const answers = await Promise.all([send('Lumenta Analytics GmbH'), send('Kubikon Cloud B.V.')]);
    expect(answers.map(({ data }) => data?.answer.__typename).sort()).toEqual([
      'CommandRejected',
      'PartnerCompanyAccepted',
    ]);
    expect(answers.map(({ data }) => data?.answer.code ?? '').sort()).toEqual(['', 'COMPANY_ALREADY_REGISTERED']);
  });

  it('says of a refusal that a dismissed manager is in that state', async () => {
    const head = await api.actor('HEAD_OF_PARTNERING');
    const { partnerManager } = await head.accepted<{ partnerManager: { id: string } }>(
      'appointPartnerManager',
      { userId: 'jana', capacity: 10 },
      'partnerManager { id }',
    );
    const managerId = partnerManager.id;
    await head.accepted('dismissPartnerManager', { managerId, handover: [] }, 'partnerManager { id }');
    expect(await head.refused('setCapacity', { managerId, capacity: 12 })).toMatchObject({
      code: 'INVALID_STATE',
      currentState: 'DISMISSED',
    });
  });

  it('gives a mail address away whose holder was stored but never recorded, once the holder cannot be on the way', async () => {
    const head = await api.actor('HEAD_OF_PARTNERING');
    const mutation = `mutation ($i: RegisterContactPersonInput!) { answer: registerContactPerson(input: $i) {
      __typename ... on CommandRejected { code } ... on ContactPersonAccepted { contactPerson { id name } } } }`;
    const register = async (email: string) =>
      (
        await head.send<{ answer: { __typename: string; code?: string; contactPerson?: { id: string } } }>(mutation, {
          i: { side: 'OWN', name: 'Ole Beispiel', email, legalBasis: 'Art. 6 I f GDPR' },
        })
      ).data?.answer;
    const orphan = (personId: string, storedAt: string) =>
      api.platform.persons.register({ personId, name: 'Lost Draft', email: `${personId}@elbtakt.example`, storedAt });
    await orphan('prs_onitsway', new Date().toISOString());
    await orphan('prs_abandoned', '2020-01-01T00:00:00.000Z');

    expect(await register('prs_onitsway@elbtakt.example')).toMatchObject({ code: 'PERSON_DUPLICATE' });
    expect(await register('prs_abandoned@elbtakt.example')).toMatchObject({ contactPerson: { name: 'Ole Beispiel' } });
    expect([...(await api.platform.persons.getMany(['prs_abandoned', 'prs_onitsway'])).keys()]).toEqual([
      'prs_onitsway',
    ]);
    expect(await register('prs_abandoned@elbtakt.example')).toMatchObject({ code: 'PERSON_DUPLICATE' });
  });

  it('shows restricted data to compliance only, and a label to everybody else', async () => {
    const head = await api.actor('HEAD_OF_PARTNERING');
    const compliance = await api.actor('COMPLIANCE');
    const { contactPerson } = await head.accepted<{ contactPerson: { id: string } }>(
      'registerContactPerson',
      { side: 'OWN', name: 'Mia Sperber', email: 'mia.sperber@elbtakt.example', legalBasis: 'Art. 6 I f GDPR' },
      'contactPerson { id }',
    );
    await compliance.accepted(
      'restrictPersonData',
      { personId: contactPerson.id, legalBasis: 'Art. 18 I a GDPR', fields: ['name', 'email'] },
      'contactPerson { id }',
    );
    const list = `{ contactPersons(filter: { id: "${contactPerson.id}" }) { edges { node { name email } } } }`;
    expect(await head.query(list)).toEqual({
      contactPersons: { edges: [{ node: { name: `restricted person ${contactPerson.id}`, email: null } }] },
    });
    expect(await compliance.query(list)).toEqual({
      contactPersons: { edges: [{ node: { name: 'Mia Sperber', email: 'mia.sperber@elbtakt.example' } }] },
    });
  });

  it('keeps names out of the log and joins them from the vault', async () => {
    const head = await api.actor('HEAD_OF_PARTNERING');
    const { contactPerson } = await head.accepted<{ contactPerson: { id: string; name: string } }>(
      'registerContactPerson',
      { side: 'OWN', name: 'Jana Petersen', email: 'jana.petersen@elbtakt.example', legalBasis: 'Art. 6 I f GDPR' },
      'contactPerson { id name email }',
    );
    expect(contactPerson).toMatchObject({ name: 'Jana Petersen', email: 'jana.petersen@elbtakt.example' });
    for await (const event of api.platform.store.readAll())
      expect(
        JSON.stringify(event, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      ).not.toMatch(/Petersen|elbtakt/);
    const analyst = await api.actor('ANALYST');
    const { contactPersons } = await analyst.query<{ contactPersons: { edges: { node: object }[] } }>(
      `{ contactPersons(filter: { id: "${contactPerson.id}" }) { edges { node { id name email } } } }`,
    );
    expect(contactPersons.edges).toEqual([{ node: { id: contactPerson.id, name: null, email: null } }]);
  });
});
