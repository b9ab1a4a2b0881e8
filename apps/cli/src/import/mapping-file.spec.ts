import { readMappingFile } from './mapping-file.js';
import type { Profile } from './profile.js';

const header = ['name', 'programme', 'website', 'state'];
const valid = `
sourceSystem: old-crm
columns: { legalName: name, category: Programme }
values: { category: { KCSP: SERVICE } }
skip: { category: [Customer] }
defaults: { country: Deutschland, openingState: ACTIVE }
`;

function problems(yaml: string): readonly string[] {
  const read = readMappingFile(yaml, header);
  return read.outcome === 'refused' ? read.problems : [];
}

function profileOf(yaml: string): Profile {
  const read = readMappingFile(yaml, header);
  if (read.outcome !== 'ready') throw new Error(read.problems.join('\n'));
  return read.profile;
}

function mapped(yaml: string, cells: Readonly<Record<string, string>>): ReturnType<Profile['map']> {
  return profileOf(yaml).map({ rowNo: 2, cells, warnings: [] });
}

describe('a mapping file', () => {
  it('says what the columns mean, whatever the case of their names', () => {
    const profile = profileOf(valid);
    expect([profile.sourceSystem, profile.matches(header), profile.unreadColumns(header)]).toEqual([
      'old-crm',
      true,
      ['website', 'state'],
    ]);
    expect(mapped(valid, { name: 'A', programme: 'kcsp', website: '', state: '' })).toEqual({
      cells: {
        legalName: { column: 'name', text: 'A' },
        category: { column: 'programme', text: 'kcsp' },
        country: { column: 'defaults.country', text: 'DE' },
      },
      category: { kind: 'category', category: 'SERVICE' },
      openingState: { kind: 'state', state: 'ACTIVE' },
    });
  });

  it.each([
    ['SERVICE', { kind: 'category', category: 'SERVICE' }],
    ['customer', { kind: 'skip', reason: 'programme "customer" is no partner (skip.category of the mapping file).' }],
    [
      'Reseller',
      {
        kind: 'unknown',
        message:
          'programme "Reseller" is not mapped: add it under values.category or skip.category of the mapping file.',
      },
    ],
  ])('decides what the category %j is', (programme, reading) => {
    expect(mapped(valid, { name: 'A', programme }).category).toEqual(reading);
  });

  it.each([
    ['live', { kind: 'state', state: 'ACTIVE' }],
    ['', { kind: 'state', state: 'ONBOARDING' }],
    ['ruhend', { kind: 'state', state: 'SUSPENDED' }],
  ])('decides what the state %j is', (state, reading) => {
    const yaml = `
sourceSystem: old-crm
columns: { legalName: name, category: programme, openingState: state }
values: { openingState: { Live: ACTIVE } }
defaults: { openingState: ONBOARDING }
`;
    expect(mapped(yaml, { name: 'A', programme: 'SALES', state }).openingState).toEqual(reading);
  });

  it('cuts Salesforce ids to the 15 characters that reports show, and leaves other ids alone', () => {
    const id = '0015e00000A1b2dAAB';
    expect([profileOf(valid.replace('old-crm', 'SALESFORCE')).recordId(id), profileOf(valid).recordId(id)]).toEqual([
      '0015e00000A1b2d',
      id,
    ]);
  });
});

describe('a mapping file with faults', () => {
  it('names all of them at once, each with its place and the way out', () => {
    expect(
      problems(`
sourceSystem: old crm!
colums: {}
columns: { legalName: nmae, domain: 7, kategorie: programme }
values: { category: { KCSP: SERVICES }, domain: {} }
skip: { category: [1, KCSP] }
defaults: { country: Atlantis, openingState: LIVE }
`),
    ).toEqual([
      'colums: is not known; allowed are sourceSystem, columns, values, skip, defaults.',
      'values.domain: is not known; allowed are category, openingState.',
      'sourceSystem: is required: a short name of the source such as old-crm (letters, digits, ".", "_", "-").',
      'columns.kategorie: is not known; allowed are externalId, legalName, country, lei, registerCourt, registerType, ' +
        'registerNumber, vatId, domain, category, openingState, tier, managerEmail, partnerContactName, ' +
        'partnerContactEmail, ownContactEmail, originalStartOn, agreementSignedOn, agreementEndsOn, noticeMonths, ' +
        'lastActivityOn, lastReviewOn, nextReviewOn.',
      'columns.legalName: the file has no column "nmae"; it has name, programme, website, state.',
      'columns.domain: the column name must be text; it has name, programme, website, state.',
      'columns.category: is required: name the column; the file has name, programme, website, state.',
      'values.category.KCSP: must be one of SALES, TECHNOLOGY, SERVICE.',
      'skip.category: must be a list of texts such as [Customer, Competitor]; put numbers in quotes.',
      'defaults.country: is no country: write its ISO code such as DE.',
      'defaults.openingState: must be one of ONBOARDING, ACTIVE, SUSPENDED.',
      'defaults.openingState: is required without columns.openingState: one of ONBOARDING, ACTIVE, SUSPENDED.',
    ]);
  });

  it.each([
    ['a list', '[a, b]', 'mapping: must hold keys and values (sourceSystem, columns, values, skip, defaults).'],
    [
      'a part that is a text',
      valid.replace('{ KCSP: SERVICE }', 'KCSP'),
      'values.category: must hold "cell text: code" pairs with SALES, TECHNOLOGY, SERVICE.',
    ],
    [
      'a text both mapped and skipped',
      valid.replace('[Customer]', '[kcsp]'),
      'skip.category: "kcsp" also stands under values.category: decide for one.',
    ],
  ])('is refused: %s', (_, yaml, problem) => {
    expect(problems(yaml)).toContain(problem);
  });

  it('is refused when it is no YAML, with the place of the mistake', () => {
    expect(problems('columns: {').map((problem) => problem.startsWith('mapping: is no valid YAML: '))).toEqual([true]);
    expect(problems('a: *nobody')).toEqual(['mapping: is no valid YAML: it cannot be resolved.']);
  });
});
