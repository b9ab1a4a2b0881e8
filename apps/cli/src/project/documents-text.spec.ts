import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { documentsText, type Row } from './documents-text.js';
import { flatDocument } from './flat-document.js';
import { outputFormat, type OutputFormat } from './output-format.js';
import { sortedRows, sortFields } from './sorted-rows.js';

const textOf = (rows: readonly Row[], format: OutputFormat): string => [...documentsText(rows, format)].join('');
const documents = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.dictionary(fc.string(), fc.jsonValue())));

describe('documents as a table', () => {
  it('have a column for each field that any of them has, also for those inside others', () => {
    const rows: readonly Row[] = [
      ['a', { state: 'ACTIVE', contact: { since: '2026-01-01', sides: ['OWN'] } }],
      ['b', { score: -1.5, state: null, contact: {} }],
    ];
    expect(textOf(rows, 'csv')).toBe(
      [
        '_key,state,contact.since,contact.sides,score,contact',
        'a,ACTIVE,2026-01-01,"[""OWN""]",,',
        'b,,,,-1.5,{}',
        '',
      ].join('\n'),
    );
  });

  it('run no formula, and leave numbers alone', () => {
    const rows: readonly Row[] = [['=1', { name: '=HYPERLINK("x")', amount: '-12.50', note: '-see below' }]];
    expect(parse(textOf(rows, 'csv'))).toEqual([
      ['_key', 'name', 'amount', 'note'],
      ["'=1", `'=HYPERLINK("x")`, '-12.50', "'-see below"],
    ]);
  });

  it('are read again as so many rows with so many cells, whatever they hold', () => {
    fc.assert(
      fc.property(documents, (rows) => {
        const [header = [], ...cells] = parse(textOf(rows, 'csv'), { record_delimiter: '\n' });
        expect(cells).toHaveLength(rows.length);
        const columns = new Set(rows.flatMap(([, document]) => [...flatDocument(document).keys()]));
        columns.delete('_key');
        expect(header).toHaveLength(columns.size + 1);
      }),
    );
  });
});

describe('documents as JSON', () => {
  it('keep a field of any name', () => {
    const document = JSON.parse('{"__proto__":0}') as object;
    expect(textOf([['a', document]], 'ndjson')).toBe('{"_key":"a","__proto__":0}\n');
  });

  it.each(['json', 'ndjson'] as const)('come out of %s as they were, with their keys', (format) => {
    fc.assert(
      fc.property(documents, (rows) => {
        const text = textOf(rows, format);
        const read = (
          format === 'json'
            ? JSON.parse(text)
            : text
                .split('\n')
                .slice(0, -1)
                .map((line) => JSON.parse(line) as object)
        ) as object;
        const wanted = rows.map(([key, document]) => ({ ...document, _key: key }));
        expect(read).toEqual(JSON.parse(JSON.stringify(wanted)));
      }),
    );
  });

  it('are an empty list when there are none', () => {
    expect(JSON.parse(textOf([], 'json'))).toEqual([]);
    expect(textOf([], 'ndjson')).toBe('');
    expect(textOf([], 'csv')).toBe('_key\n');
  });
});

describe('a document as a row', () => {
  it('tells a name with a dot from a field inside another', () => {
    expect([...flatDocument({ 'a.b': 1, a: { b: 2 } })]).toEqual([
      ['"a.b"', 1],
      ['a.b', 2],
    ]);
  });
});

describe('the order of documents', () => {
  const rows = new Map<string, object>([
    ['b', { stage: 'WON', terms: { value: 10 } }],
    ['a', { stage: 'WON', terms: { value: 9 } }],
    ['d', { stage: 'LOST' }],
    ['c', { stage: null, terms: null }],
  ]);
  it.each([
    ['', 'abcd'],
    ['stage', 'dabc'],
    ['-stage', 'abdc'],
    ['-stage, terms.value', 'abdc'],
    ['-terms.value', 'bacd'],
    ['none,-', 'abcd'],
  ])('by "%s" is %s', (fields, keys) => {
    expect(
      sortedRows(rows, sortFields(fields))
        .map(([key]) => key)
        .join(''),
    ).toBe(keys);
  });
});

describe('the format of a file', () => {
  it.each([
    [undefined, undefined, 'csv'],
    [undefined, 'a/b.NDJSON', 'ndjson'],
    [undefined, 'funnel.txt', 'csv'],
    ['json', 'funnel.csv', 'json'],
  ] as const)('when %s is asked for and the file is %s: %s', (asked, file, format) => {
    expect(outputFormat(asked, file)).toBe(format);
  });
});
