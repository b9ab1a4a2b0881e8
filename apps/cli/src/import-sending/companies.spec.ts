import type { Refusal } from '../graphql-client.adapter.js';
import type { ImportedCompany, PartnerImport } from '../import/partner-import.js';
import { type AcceptedRow, companiesOf, type CompanyOfFile, holderOf, judgeLikeness } from './companies.js';

function row(rowNo: number, companyKey: string, company: ImportedCompany, doubted = false): AcceptedRow {
  const plan: PartnerImport = {
    sourceSystem: 'CRM',
    sourceRecordId: String(rowNo),
    companyKey,
    company,
    category: 'SALES',
    openingState: 'ACTIVE',
    unknownFields: [],
  };
  const warnings = doubted ? [{ code: 'COMPANY_POSSIBLE_DUPLICATE' as const, message: 'Look at it.' }] : [];
  return { outcome: 'accepted', rowNo, plan, warnings };
}

function companyOf(company: ImportedCompany, doubted = false): CompanyOfFile {
  return companiesOf([row(2, 'one', company, doubted)])[0]!;
}

const refusal = (code: string, message = 'held by cmp_01'): Refusal => ({
  __typename: 'CommandRejected',
  code,
  message: 'Another company looks the same.',
  details: [{ code, message, path: 'legalName' }],
});

describe('The companies of a list', () => {
  it('are registered once, with what all of their rows say', () => {
    const rows = [
      row(2, 'one', { legalName: 'Nordlicht GmbH', country: 'DE' }),
      row(3, 'two', { legalName: 'Kubikon B.V.' }),
      row(4, 'one', { legalName: 'Nordlicht', domain: 'nordlicht.example' }),
    ];
    expect(companiesOf(rows).map(({ company, rows: own }) => [company, own.map(({ rowNo }) => rowNo)])).toEqual([
      [{ legalName: 'Nordlicht GmbH', country: 'DE', domain: 'nordlicht.example' }, [2, 4]],
      [{ legalName: 'Kubikon B.V.' }, [3]],
    ]);
  });

  it('that may be a double of another one come last, so that the other one is there', () => {
    const rows = [row(2, 'one', { legalName: 'A' }, true), row(3, 'two', { legalName: 'B' })];
    expect(companiesOf(rows).map(({ key, doubted }) => [key, doubted])).toEqual([
      ['two', false],
      ['one', true],
    ]);
  });
});

describe('A company that the directory knows already', () => {
  it('is named in the refusal', () => {
    expect(holderOf(refusal('COMPANY_POSSIBLE_DUPLICATE'))).toBe('cmp_01');
    expect(holderOf(refusal('COMPANY_ALREADY_REGISTERED', 'no id here'))).toBeUndefined();
    expect(holderOf(refusal('VALIDATION_FAILED'))).toBeUndefined();
  });

  it.each([
    ['the same LEI, register entry or VAT id', 'COMPANY_ALREADY_REGISTERED', { legalName: 'Other name' }, {}, 'same'],
    ['the same name but for its form', 'COMPANY_POSSIBLE_DUPLICATE', { legalName: 'Nordlicht' }, {}, 'same'],
    [
      'the same name in another country',
      'COMPANY_POSSIBLE_DUPLICATE',
      { legalName: 'Nordlicht', country: 'AT' },
      { country: 'DE' },
      'undecided',
    ],
    [
      'the same name with another LEI',
      'COMPANY_POSSIBLE_DUPLICATE',
      { legalName: 'Nordlicht', lei: 'A' },
      { lei: 'B' },
      'undecided',
    ],
    [
      'the same name with another VAT id',
      'COMPANY_POSSIBLE_DUPLICATE',
      { legalName: 'Nordlicht', vatId: 'A' },
      { vatId: 'B' },
      'undecided',
    ],
    ['only the same domain', 'COMPANY_POSSIBLE_DUPLICATE', { legalName: 'Südlicht' }, {}, 'undecided'],
  ] as const)('by %s', (_, code, ours, theirs, kind) => {
    const holder = { id: 'cmp_01', legalName: 'Nordlicht GmbH', ...theirs };
    expect(judgeLikeness(refusal(code), companyOf(ours), holder, new Set()).kind).toBe(kind);
  });

  it('is another one when it comes from the same list, which told the two apart', () => {
    const holder = { id: 'cmp_01', legalName: 'Nordlicht GmbH' };
    const twin = companyOf({ legalName: 'Nordlicht' }, true);
    expect(judgeLikeness(refusal('COMPANY_POSSIBLE_DUPLICATE'), twin, holder, new Set(['cmp_01'])).kind).toBe(
      'distinct',
    );
  });
});
