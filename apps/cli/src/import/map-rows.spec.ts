import { detectProfile } from './detect-profile.js';
import { mapRows } from './map-rows.js';
import { readTable } from './read-table.js';
import type { RowPlan } from './row-plan.js';
import type { ImportContext } from './row-reading.js';

const context: ImportContext = { today: '2026-09-30' };

/** The plans of a list whose columns are named as in the template, or as in Salesforce. */
function plan(lines: readonly string[], given: ImportContext = context): readonly RowPlan[] {
  const table = readTable(new TextEncoder().encode(lines.join('\n')));
  if (table.outcome !== 'read') throw new Error(table.message);
  const found = detectProfile(table.header);
  if (found.outcome !== 'found') throw new Error(found.message);
  return mapRows(table, found.profile, given);
}

function outcomes(lines: readonly string[]): readonly string[] {
  return plan(lines).map((row) => (row.outcome === 'rejected' ? row.code : row.outcome));
}

function problemsOf(column: string, cell: string, given?: ImportContext): readonly string[] {
  const [row] = plan([`Firmenname;Kategorie;Status;${column}`, `A;SALES;aktiv;${cell}`], given);
  return row?.outcome === 'rejected' ? row.details.map(({ code, message }) => `${code}: ${message}`) : [];
}

describe('a row that cannot be taken over', () => {
  it.each([
    [
      'Beginn',
      '30.02.2025',
      'ROW_BAD_DATE: Beginn "30.02.2025" is not a date that exists: write it as YYYY-MM-DD or DD.MM.YYYY.',
    ],
    [
      'letzter Kontakt',
      '2026-10-01',
      'ROW_BAD_DATE: letzter Kontakt 2026-10-01 lies after today (2026-09-30): write when it happened, or leave the cell empty.',
    ],
    [
      'letztes Review',
      'a@b.example',
      'ROW_BAD_DATE: letztes Review (an address) is not a date that exists: write it as YYYY-MM-DD or DD.MM.YYYY.',
    ],
    [
      'Vertrag unterschrieben am;Vertragsende',
      '2026-01-01;2025-12-31',
      'ROW_BAD_DATE: The agreement ends on 2025-12-31, before it was signed on 2026-01-01: correct one of the two dates.',
    ],
    [
      'Vertrag unterschrieben am;Kündigungsfrist Monate',
      '2026-01-01;drei',
      'ROW_BAD_AMOUNT: Kündigungsfrist Monate "drei" is no number of months: write a whole number from 0 to 120.',
    ],
    [
      'LEI',
      '0000HAFENLICHTSYST88',
      'INVALID_LEI: LEI "0000HAFENLICHTSYST88" is no LEI (20 characters with check digits): correct it or leave the cell empty.',
    ],
    [
      'Partnermanager-E-Mail',
      'Jana Petersen',
      "OWNER_UNKNOWN: Partnermanager-E-Mail holds no mail address: write the partner manager's mail address.",
    ],
  ])('says what is wrong with %s and the way out', (column, cell, problem) => {
    expect(problemsOf(column, cell)).toEqual([problem]);
  });

  it('names every fault at once, in a fixed order', () => {
    const [row] = plan(['Firmenname;Kategorie;Status;LEI;Beginn;letzter Kontakt', '-;Kunde;halb;X;gestern;2027-01-01']);
    expect(row?.outcome === 'rejected' ? [row.code, ...row.details.map(({ code }) => code)] : row).toEqual([
      'ROW_NO_NAME',
      'ROW_NO_NAME',
      'INVALID_LEI',
      'ROW_UNKNOWN_CATEGORY',
      'VALIDATION_FAILED',
      'ROW_BAD_DATE',
      'ROW_BAD_DATE',
    ]);
  });

  it('is one whose cells do not line up with the header', () => {
    expect(outcomes(['Firmenname,Kategorie,Status', 'Müller, Söhne,SALES,aktiv'])).toEqual(['VALIDATION_FAILED']);
  });

  it('is one whose partner manager nobody appointed, whatever the case of the address', () => {
    const known = { ...context, knownManagerEmails: ['Jana.Petersen@elbtakt.example'] };
    expect(problemsOf('Partnermanager-E-Mail', 'JANA.petersen@elbtakt.example', known)).toEqual([]);
    expect(problemsOf('Partnermanager-E-Mail', 'nobody@elbtakt.example', known)).toEqual([
      'OWNER_UNKNOWN: Partnermanager-E-Mail is the address of nobody who is appointed as partner manager: appoint the person first, or name another.',
    ]);
  });
});

describe('the state of a partnership in a list', () => {
  it.each([
    ['aktiv', 'accepted'],
    ['im Onboarding', 'accepted'],
    ['SUSPENDED', 'accepted'],
    ['beendet', 'skipped'],
    ['ABANDONED', 'skipped'],
    ['in Anbahnung', 'VALIDATION_FAILED'],
    ['WINDING_DOWN', 'VALIDATION_FAILED'],
    ['', 'VALIDATION_FAILED'],
  ])('%j leads to %s', (status, outcome) => {
    expect(outcomes(['Firmenname;Kategorie;Status', `A;SALES;${status}`])).toEqual([outcome]);
  });
});

describe('what a list says unclearly', () => {
  it.each([
    ['Land', 'Atlantis', 'COUNTRY_UNKNOWN', 'country'],
    ['Domain', 'https://github.com/a', 'DOMAIN_SHARED_HOST', 'domain'],
    ['Domain', 'n/a', 'DOMAIN_UNREADABLE', 'domain'],
    ['USt-IdNr', 'unbekannt', 'VAT_ID_UNREADABLE', 'vatId'],
    ['Registernummer', '99001', 'REGISTER_INCOMPLETE', 'register'],
    ['Ansprechpartner Partner: E-Mail', 'kim@a.example', 'CONTACT_INCOMPLETE', 'partnerContact'],
    ['Ansprechpartner eigen: E-Mail', 'Jana', 'CONTACT_INCOMPLETE', 'ownContactEmail'],
    ['Vertragsende', '2027-01-01', 'AGREEMENT_INCOMPLETE', 'agreement'],
  ])('%s %j is taken over as unknown, with a warning', (column, cell, code, field) => {
    const [row] = plan([`Firmenname;Kategorie;Status;${column}`, `A;SALES;aktiv;${cell}`]);
    expect(row?.warnings.map((warning) => warning.code)).toEqual([code]);
    expect(row?.outcome === 'accepted' ? row.plan.unknownFields : []).toContain(field);
  });
});

describe('the same company in several rows', () => {
  const header = 'externalId;Firmenname;Kategorie;Status;Land;LEI;Registergericht;Registerart;Registernummer;Domain';

  it.each([
    ['with the same id', '1;A;SALES;aktiv;;;;;;', '1;B;SERVICE;aktiv;;;;;;'],
    ['under its name without the legal form', '1;Müller GmbH;SALES;aktiv;;;;;;', '2;Mueller;SALES;aktiv;;;;;;'],
    [
      'renamed, with the same LEI',
      '1;A;SALES;aktiv;;0000HAFENLICHTSYST89;;;;',
      '2;B;SALES;aktiv;;0000HAFENLICHTSYST89;;;;',
    ],
    ['renamed, with the same register entry', '1;A;SALES;aktiv;;;Kiel;HRB;1;', '2;B;SALES;aktiv;;;KIEL;hrb;1;'],
    [
      'with nothing but equal names, in two countries, without ids',
      ';A GmbH;SALES;aktiv;DE;;;;;',
      ';A AG;SALES;aktiv;AT;;;;;',
    ],
  ])('%s is a duplicate', (_, first, second) => {
    expect(outcomes([header, first, second])).toEqual(['accepted', 'ROW_DUPLICATE_IN_FILE']);
  });

  it.each([
    ['of equal name in another country', '1;A GmbH;SALES;aktiv;DE;;;;;', '2;A AG;SALES;aktiv;AT;;;;;'],
    ['of equal name with another register entry', '1;A;SALES;aktiv;;;Kiel;HRB;1;', '2;A;SALES;aktiv;;;Bremen;HRB;1;'],
    ['of another name with the same domain', '1;A;SALES;aktiv;;;;;;a.example', '2;B;SALES;aktiv;;;;;;www.a.example'],
  ])('a company %s is another one, with a warning that it may not be', (_, first, second) => {
    const plans = plan([header, first, second]);
    expect(plans.map(({ outcome, warnings }) => [outcome, warnings.map(({ code }) => code)])).toEqual([
      ['accepted', []],
      ['accepted', ['COMPANY_POSSIBLE_DUPLICATE']],
    ]);
  });

  it('counts from its first readable row: a rejected row takes nobody’s place', () => {
    expect(
      outcomes(['Firmenname;Kategorie;Status;Beginn', 'A;SALES;aktiv;gestern', 'A;SALES;aktiv;', 'A;SALES;aktiv;']),
    ).toEqual(['ROW_BAD_DATE', 'accepted', 'ROW_DUPLICATE_IN_FILE']);
  });

  it('is compared with all that earlier rows said about it', () => {
    const keys = plan([
      header,
      '1;A;SALES;aktiv;DE;;;;;',
      '2;A;SERVICE;aktiv;;0000HAFENLICHTSYST89;;;;',
      '3;Renamed;TECHNOLOGY;aktiv;;0000HAFENLICHTSYST89;;;;',
    ]).map((row) => (row.outcome === 'accepted' ? row.plan.companyKey : row));
    expect(keys).toEqual(['company-2', 'company-2', 'company-2']);
  });
});

describe('a Salesforce report', () => {
  it('is recognised by its labels, skips accounts without a type, and does not mistake the owner’s name for an address', () => {
    const lines = [
      'Account Owner,Account ID,Account Name,Type,Last Activity,Billing Country',
      'Jana Petersen,0015e00000A1b2d,A,Technology Partner,9/14/2026,Germany',
      'Jana Petersen,0015e00000A1b2e,B,,9/14/2026,Germany',
    ];
    const [first, second] = plan(lines);
    expect(first?.outcome === 'accepted' ? [first.plan.lastActivityOn, first.plan.managerEmail] : first).toEqual([
      '2026-09-14',
      undefined,
    ]);
    expect(second?.outcome).toBe('skipped');
  });
});
