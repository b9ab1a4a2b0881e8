import type { Table, TableRefused } from './table.js';
import { readTable } from './read-table.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

function read(bytes: Uint8Array | string): Table {
  const table = readTable(typeof bytes === 'string' ? utf8(bytes) : bytes);
  if (table.outcome !== 'read') throw new Error(`${table.code}: ${table.message}`);
  return table;
}

function refusal(bytes: Uint8Array | string): TableRefused | undefined {
  const table = readTable(typeof bytes === 'string' ? utf8(bytes) : bytes);
  return table.outcome === 'refused' ? table : undefined;
}

describe('the encoding of a list', () => {
  const list = 'Name;Ort\nMüller & Söhne;Überlingen\n';

  it.each([
    ['utf-8', utf8(list)],
    ['utf-8-bom', utf8(`\uFEFF${list}`)],
    ['utf-16le', utf16(list)],
    ['utf-16be', utf16(list).swap16()],
    ['windows-1252', Buffer.from(list, 'latin1')],
  ])('is found to be %s', (encoding, bytes) => {
    const table = read(bytes);
    expect([table.dialect.encoding, table.header, table.rows[0]?.cells]).toEqual([
      encoding,
      ['Name', 'Ort'],
      { Name: 'Müller & Söhne', Ort: 'Überlingen' },
    ]);
  });

  it('keeps what Windows-1252 has beyond Latin-1: the euro sign, curly quotes, the dash', () => {
    const bytes = Buffer.from([0x4e, 0x3b, 0x4f, 0x0a, 0x80, 0x3b, 0x84, 0xfc, 0x93, 0x96, 0x92, 0x0a]);
    expect(read(bytes).rows[0]?.cells).toEqual({ N: '€', O: '„ü“–’' });
  });
});

describe('the separator of a list', () => {
  it.each([
    [',', 'Name,Typ\nA,"x;y"\n'],
    [';', 'Name;Typ\n"A;B";x\n'],
    ['\t', 'Name\tTyp\nA, B\tx;y\n'],
    [';', 'Firma;Kontakt: Name, E-Mail;Land\nA;x;DE\n'],
    [';', 'sep=;\nName;Typ\nA;x\n'],
    [',', 'Name\nA\n'],
    [';', '\n\nName;Typ\nA, B;x, y\n'],
  ])('is %j in %j', (separator, text) => {
    expect(read(text).dialect.separator).toBe(separator);
  });
});

describe('the rows of a list', () => {
  it('are numbered by the line they start in, whatever line breaks quotes hold and whatever ends a line', () => {
    const table = read('sep=,\r\nName,Note\r\nA,"one\r\ntwo"\r\n\r\n,\r\nB,"say ""hi"""\r\nC,x');
    expect(table.rows.map(({ rowNo, cells }) => [rowNo, cells])).toEqual([
      [3, { Name: 'A', Note: 'one\ntwo' }],
      [7, { Name: 'B', Note: 'say "hi"' }],
      [8, { Name: 'C', Note: 'x' }],
    ]);
  });

  it('may hold quotes that are none, and a formula is data', () => {
    const table = read('Name,Note\nBest "IT" Ltd,=1+1\n"Top" Systems,@x\n');
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      { Name: 'Best "IT" Ltd', Note: '=1+1' },
      { Name: '"Top" Systems', Note: '@x' },
    ]);
  });

  it('carry their problem when their cells do not line up; empty surplus cells are no problem', () => {
    const table = read('Name,Typ\nA,x,,\nB\nMüller, Söhne,x\n');
    expect(table.rows.map(({ rowNo, problem }) => [rowNo, problem])).toEqual([
      [2, undefined],
      [3, 'Cells in the row: 1, in the header: 2. Put a value that contains the separator or a line break in quotes.'],
      [4, 'Cells in the row: 3, in the header: 2. Put a value that contains the separator or a line break in quotes.'],
    ]);
  });

  it('lose control and invisible characters with a warning, line breaks and tabs excepted', () => {
    expect(read('Name;Note\nA\u0007c\u202Eme;"x\ty\nz"\n').rows[0]).toEqual({
      rowNo: 2,
      cells: { Name: 'Acme', Note: 'x\ty\nz' },
      warnings: [{ code: 'INVISIBLE_CHARACTERS_REMOVED', message: 'Name: 2 invisible characters removed.' }],
    });
  });
});

describe('the header of a list', () => {
  it('loses outer spaces, line breaks and the unnamed columns at its end', () => {
    expect(read(' Name ,"Land\nISO",,\nA,DE,,\n').header).toEqual(['Name', 'Land ISO']);
  });

  it('may hold names that mean something to JavaScript', () => {
    const table = read('__proto__,constructor\nA,B\n');
    expect(Object.entries(table.rows[0]?.cells ?? {})).toEqual([
      ['__proto__', 'A'],
      ['constructor', 'B'],
    ]);
  });
});

describe('how a list writes dates and numbers', () => {
  it.each([
    ['YYYY-MM-DD', 'On\n2026-03-31\n'],
    ['DD.MM.YYYY', 'On\n31.03.2026\n'],
    ['DD/MM/YYYY', 'On\n03/04/2026\n31/03/2026\n'],
    ['MM/DD/YYYY', 'On\n03/04/2026\n03/31/2026\n'],
  ])('is found to be %s', (style, text) => {
    expect([read(text).dialect.dateStyle, read(text).warnings]).toEqual([style, []]);
  });

  it.each([
    ['Dates such as 03/04/2026 fit the European and the US order', 'On\n03/04/2026\n'],
    ['Some dates fit only the European and some only the US order', 'On\n31/03/2026\n03/31/2026\n'],
  ])('is read day first when the evidence does not decide, and the doubt is told: %s', (doubt, text) => {
    const { dialect, warnings } = read(text);
    expect([dialect.dateStyle, warnings.map(({ code, message }) => [code, message.startsWith(doubt)])]).toEqual([
      'DD/MM/YYYY',
      [['DATE_STYLE_AMBIGUOUS', true]],
    ]);
  });

  it.each([
    [true, 'a;b\n1,5;2\n'],
    [false, 'a;b\n1.5;2\n'],
    [true, 'a,b\n"1.234,50",x\n'],
    [true, 'a;b\nx;1.234\n'],
    [false, 'a,b\nx,"1,234"\n'],
  ])('has a decimal comma: %s in %j', (comma, text) => {
    expect(read(text).dialect.decimalComma).toBe(comma);
  });
});

describe('a file that is no list', () => {
  it.each([
    ['FILE_EMPTY', '', 'The file is empty: export the list again.'],
    ['FILE_EMPTY', ' \n,,\n', 'The file holds no text: export the list again.'],
    ['ROWS_MISSING', 'Name;Typ\n;\n', 'The file has column names but no row below them: export the list again.'],
    [
      'HEADER_MISSING',
      'Sysdig;Integration;https://sysdig.com/\n',
      'The first row holds a date, an address or a link, so it is data: put a row with the column names above it.',
    ],
    ['HEADER_INCOMPLETE', ',Name\n1,A\n', 'Column 1 has no name: name it or remove it.'],
    ['HEADER_DUPLICATE', 'Name,Typ,name\nA,x,B\n', 'Columns 1 and 3 are both named "name": rename or remove one.'],
    [
      'QUOTE_NOT_CLOSED',
      'Name,Typ\nA,x\n"B,y\nC,z\n',
      'The row that starts in line 3 opens a quote that is never closed: close it, or double a quote that belongs to the text.',
    ],
    [
      'QUOTE_NOT_CLOSED',
      'Name;Typ;Land\n"A;x;DE\nB;y;AT\n',
      'The row that starts in line 2 opens a quote that is never closed: close it, or double a quote that belongs to the text.',
    ],
    [
      'FILE_BINARY',
      'PK\u0003\u0004rest',
      'The file is an Excel workbook or a zip archive: save the list as "CSV UTF-8" and import that file.',
    ],
    [
      'FILE_BINARY',
      'Name;Typ\nA\0;x\n',
      'The file holds binary data (or UTF-16 without a mark): save it as "CSV UTF-8".',
    ],
    [
      'FILE_BINARY',
      '\u0007\u0013=%\u0001Kp;\u0002q\u0011z',
      'The file holds binary data (or UTF-16 without a mark): save it as "CSV UTF-8".',
    ],
  ])('is refused with %s: %j', (code, text, message) => {
    expect(refusal(text)).toEqual({ outcome: 'refused', code, message });
  });

  it('is refused as what it is when its first bytes tell', () => {
    expect(refusal(Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'))?.message).toContain('The file is a picture');
    expect(refusal(Buffer.from([0x1f, 0x8b, 0x08, 0x01, 0x41]))?.message).toContain('The file is a compressed file');
  });

  it('is refused when it is not valid in the encoding that its mark names', () => {
    expect(refusal(Buffer.from([0xef, 0xbb, 0xbf, 0x4e, 0xff, 0x0a]))?.code).toBe('FILE_UNREADABLE');
    expect(refusal(Buffer.from([0xff, 0xfe, 0x4e]))?.code).toBe('FILE_UNREADABLE');
  });
});
