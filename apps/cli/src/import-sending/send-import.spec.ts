import type { ImportFile } from './read-import-file.adapter.js';
import { plansOf } from './read-import-file.adapter.js';
import { detectProfile } from '../import/detect-profile.js';
import { readTable } from '../import/read-table.js';
import type { KnownManager } from './managers.js';
import { knownAddresses } from './managers.js';
import { sendImport, type Sent } from './send-import.adapter.js';
import { RememberingApi } from './testing/remembering-api.js';

const HEADER =
  'externalId;Firmenname;Land;Domain;Kategorie;Status;Partnermanager-E-Mail;Ansprechpartner Partner: Name;Ansprechpartner Partner: E-Mail;Ansprechpartner eigen: E-Mail;Vertrag unterschrieben am;Kündigungsfrist Monate';
const NORDLICHT =
  'P-1;Nordlicht GmbH;DE;nordlicht.example;Vertrieb;aktiv;jana.petersen@elbtakt.example;Kim Beispiel;kim@nordlicht.example;carla@elbtakt.example;01.02.2024;3';
const NORDLICHT_SERVICE = 'P-2;Nordlicht GmbH;DE;nordlicht.example;Service;im Onboarding;;;;;;';
const KUBIKON = 'P-3;Kubikon B.V.;NL;kubikon.example;Technologie;aktiv;;;;;;';
const ENDED = 'P-4;Altwasser e.K.;DE;;Service;beendet;;;;;;';
const NAMELESS = 'P-5;;DE;;Service;aktiv;;;;;;';

const jana: KnownManager = { id: 'mgr_1', userId: 'jana.petersen' };
const noProgress = { tick: () => undefined, done: () => undefined };

function fileOf(...rows: readonly string[]): ImportFile {
  const bytes = Buffer.from([HEADER, ...rows].join('\n'));
  const table = readTable(bytes);
  if (table.outcome === 'refused') throw new Error(table.message);
  const found = detectProfile(table.header);
  if (found.outcome === 'unknown') throw new Error(found.message);
  return { path: 'list.csv', bytes: bytes.byteLength, table, profile: found.profile, today: '2026-09-30' };
}

function send(api: RememberingApi, file: ImportFile, managers: readonly KnownManager[] = [jana]): Promise<Sent> {
  const plans = plansOf(file, knownAddresses(managers, ['jana.petersen@elbtakt.example']));
  return sendImport(file, plans, { api, managers, startedAt: api.head, progress: noProgress });
}

const endsOf = ({ results }: Sent) => [...results.values()].map(({ rowNo, outcome }) => [rowNo, outcome]);

describe('Sending a partner list', () => {
  it('takes a row from its company to its agreement, in this order', async () => {
    const api = new RememberingApi();
    await send(api, fileOf(NORDLICHT));
    expect(api.sent.map(({ mutation }) => mutation)).toEqual([
      'stageImport',
      'registerPartnerCompany',
      'importPartnership',
      'registerContactPerson',
      'assignContact',
      'registerContactPerson',
      'assignContact',
      'assignPartnerManager',
      'recordAgreement',
      'commitImport',
    ]);
  });

  it('registers a company once for all of its partnerships', async () => {
    const api = new RememberingApi();
    const sent = await send(api, fileOf(NORDLICHT, NORDLICHT_SERVICE));
    expect(api.inputsOf('registerPartnerCompany')).toHaveLength(1);
    expect(new Set(api.inputsOf('importPartnership').map(({ companyId }) => companyId)).size).toBe(1);
    expect(endsOf(sent)).toEqual([
      [2, 'accepted'],
      [3, 'accepted'],
    ]);
  });

  it('keeps skipped rows out of the log and rejected ones in the batch', async () => {
    const api = new RememberingApi();
    const sent = await send(api, fileOf(KUBIKON, ENDED, NAMELESS));
    expect(api.inputsOf('importPartnership')).toHaveLength(1);
    expect(api.inputsOf('rejectImportRow').map(({ rowNo, code }) => [rowNo, code])).toEqual([[4, 'ROW_NO_NAME']]);
    expect(api.inputsOf('commitImport').map(({ skipped }) => skipped)).toEqual([1]);
    expect(endsOf(sent)).toEqual([[2, 'accepted']]);
  });

  it('writes nothing the second time and says so of every row', async () => {
    const api = new RememberingApi();
    await send(api, fileOf(NORDLICHT, KUBIKON));
    const before = api.head;
    const again = await send(api, fileOf(NORDLICHT, KUBIKON));
    expect(api.head).toBe(before);
    for (const rowNo of [2, 3])
      expect(again.results.get(rowNo)).toMatchObject({ outcome: 'skipped', reason: 'already imported' });
  });

  it('finishes a row of which only a part was recorded before', async () => {
    const api = new RememberingApi({
      fail: ({ mutation }, sent) => (mutation === 'assignPartnerManager' && sent < 20 ? 'UNREACHABLE' : undefined),
    });
    await expect(send(api, fileOf(NORDLICHT))).rejects.toThrow('Run the same command again');
    const failing = api.sent.length;
    while (api.sent.length < 20) api.sent.push({ mutation: 'commitImport', input: {} });
    expect(failing).toBe(8);
    expect(endsOf(await send(api, fileOf(NORDLICHT)))).toEqual([[2, 'accepted']]);
  });

  it('goes on with the other rows when one is refused, and records why', async () => {
    const api = new RememberingApi({
      refuse: ({ input }) =>
        input['sourceRecordId'] === 'P-1'
          ? { code: 'PARTNERSHIP_ALREADY_OPEN', message: 'There is one: use it.', details: [] }
          : undefined,
    });
    const sent = await send(api, fileOf(NORDLICHT, NORDLICHT_SERVICE, KUBIKON));
    expect(sent.results.get(2)).toEqual({
      rowNo: 2,
      company: 'Nordlicht GmbH',
      warnings: [],
      outcome: 'rejected',
      code: 'PARTNERSHIP_ALREADY_OPEN',
      message: 'There is one: use it.',
    });
    expect(endsOf(sent).sort()).toEqual([
      [2, 'rejected'],
      [3, 'accepted'],
      [4, 'accepted'],
    ]);
    expect(api.inputsOf('rejectImportRow').map(({ rowNo, code }) => [rowNo, code])).toEqual([
      [2, 'PARTNERSHIP_ALREADY_OPEN'],
    ]);
  });

  it('makes a fault of one row the end of that row only', async () => {
    const api = new RememberingApi({
      fail: ({ mutation, input }) =>
        mutation === 'importPartnership' && input['sourceRecordId'] === 'P-3' ? 'INTERNAL_SERVER_ERROR' : undefined,
    });
    const sent = await send(api, fileOf(KUBIKON, NORDLICHT_SERVICE));
    expect(endsOf(sent).sort()).toEqual([
      [2, 'rejected'],
      [3, 'accepted'],
    ]);
    expect(api.inputsOf('rejectImportRow').map(({ code }) => code)).toEqual(['VALIDATION_FAILED']);
  });

  it('keeps a partnership whose later step is refused, with a warning', async () => {
    const api = new RememberingApi({
      refuse: ({ mutation }) =>
        mutation === 'assignPartnerManager' ? { code: 'CAPACITY_LIMIT', message: 'Too many.', details: [] } : undefined,
    });
    const sent = await send(api, fileOf(NORDLICHT));
    expect(sent.results.get(2)).toMatchObject({
      outcome: 'accepted',
      warnings: [{ code: 'CAPACITY_LIMIT', message: 'Too many.' }],
    });
  });

  it('rejects a row whose owner is nobody’s partner manager', async () => {
    const api = new RememberingApi();
    await send(api, fileOf(NORDLICHT), []);
    expect(api.inputsOf('importPartnership')).toEqual([]);
    expect(api.inputsOf('rejectImportRow').map(({ code }) => code)).toEqual(['OWNER_UNKNOWN']);
  });

  it('takes a contact that is known under the address', async () => {
    const api = new RememberingApi({
      refuse: ({ mutation, input }) =>
        mutation === 'registerContactPerson' && input['side'] === 'PARTNER'
          ? { code: 'PERSON_DUPLICATE', message: 'email: prs_KIM of the same company has it.', details: [] }
          : undefined,
    });
    await send(api, fileOf(NORDLICHT));
    expect(api.inputsOf('assignContact').find(({ side }) => side === 'PARTNER')?.['personId']).toBe('prs_KIM');
  });

  it('uses the company that the directory knows by the same name', async () => {
    const api = new RememberingApi({
      companies: [{ id: 'cmp_OLD', legalName: 'Kubikon' }],
      refuse: ({ mutation }) =>
        mutation === 'registerPartnerCompany'
          ? {
              code: 'COMPANY_POSSIBLE_DUPLICATE',
              message: 'Another company looks the same.',
              details: [{ code: 'COMPANY_POSSIBLE_DUPLICATE', message: 'held by cmp_OLD', path: 'legalName' }],
            }
          : undefined,
    });
    await send(api, fileOf(KUBIKON));
    expect(api.inputsOf('importPartnership').map(({ companyId }) => companyId)).toEqual(['cmp_OLD']);
  });

  it('works on several companies at once, but not on more than 64', async () => {
    const rows = Array.from({ length: 100 }, (_, no) => `N-${no};Firma ${no} AG;DE;;Service;aktiv;;;;;;`);
    const api = new RememberingApi();
    const sent = await send(api, fileOf(...rows));
    expect(sent.results.size).toBe(100);
    expect(api.busiest).toBe(64);
  });

  it('stops with the way out when the server is gone', async () => {
    const api = new RememberingApi({ fail: (_, sent) => (sent > 10 ? 'UNREACHABLE' : undefined) });
    const rows = Array.from({ length: 40 }, (_, no) => `N-${no};Firma ${no} AG;DE;;Service;aktiv;;;;;;`);
    await expect(send(api, fileOf(...rows))).rejects.toThrow(
      /of 40 rows; what was accepted stays\. Run the same command again: it skips that and goes on/,
    );
  });
});
