import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell } from './csv-cell.js';

describe('a cell of a CSV file', () => {
  it.each([
    ['Nordlicht GmbH', 'Nordlicht GmbH'],
    ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', `"'\t=1+1"`],
    ['＝1+1', "'＝1+1"],
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
  ])('%j is written %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('is read back as it was, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (texts) => {
        const [read] = parse(`${texts.map(csvCell).join(';')}\n`, { delimiter: ';', record_delimiter: '\n' });
        expect(read?.map((cell) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, ''))).toEqual(
          texts.map((text) => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '')),
        );
      }),
    );
  });
});
