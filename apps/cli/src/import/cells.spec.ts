import { isLei, normalisedName } from '#directory/domain';
import { readAmount } from './amount.js';
import { countryCode } from './country-code.js';
import { readDate } from './date-style.js';
import { quoteValue } from './quote-value.js';
import { websiteDomain } from './website-domain.js';

describe('a date cell', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['1.4.2026 08:30', '2026-04-01'],
    ['03/04/2026', '2026-04-03'],
    ['2026-07-06 08:12', '2026-07-06'],
    ['2026-07-06T08:12:44.000+0000', '2026-07-06'],
    ['2026-07-06T22:30:00Z', '2026-07-07'],
    ['2026-07-06T00:30:00+05:30', '2026-07-05'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-30', undefined],
    ['30.02.2025', undefined],
    ['31.03.26', undefined],
    ['2026-07-06T25:00:00Z', undefined],
    ['0000-01-01', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%j names %j', (cell, date) => {
    expect(readDate(cell, 'DD/MM/YYYY')).toBe(date);
  });

  it('is read month first where the file is American', () => {
    expect([readDate('03/04/2026', 'MM/DD/YYYY'), readDate('31/03/2026', 'MM/DD/YYYY')]).toEqual([
      '2026-03-04',
      undefined,
    ]);
  });
});

describe('a number cell', () => {
  it.each([
    ['3', true, 3],
    ['1.234,5', true, 1234.5],
    ['1,234.5', false, 1234.5],
    ["1'234.5", false, 1234.5],
    ['-2', false, -2],
    ['1.23,4', true, undefined],
    ['drei', true, undefined],
    ['1e3', false, undefined],
  ])('%j with decimal comma %s is %j', (cell, decimalComma, amount) => {
    expect(readAmount(cell, decimalComma)).toBe(amount);
  });
});

describe('a country cell', () => {
  it.each([
    ['DE', 'DE'],
    ['de', 'DE'],
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['DEU', 'DE'],
    ['Österreich', 'AT'],
    ['Oesterreich', 'AT'],
    ['Schweiz', 'CH'],
    ['The Netherlands', 'NL'],
    ['Niederlande', 'NL'],
    ['Czech Republic', 'CZ'],
    ['Tschechien', 'CZ'],
    ['Türkei', 'TR'],
    ['UK', 'GB'],
    ['U.S.A.', 'US'],
    ['United States', 'US'],
    ["Côte d'Ivoire", 'CI'],
    ['EU', undefined],
    ['Europe', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ])('%j is %j', (cell, code) => {
    expect(countryCode(cell)).toBe(code);
  });
});

describe('a website cell', () => {
  it.each([
    ['https://www.nordlicht-systemhaus.example/', 'nordlicht-systemhaus.example'],
    [' https://weave.works/kubernetes', 'weave.works'],
    ['WWW.Kubikon.example', 'kubikon.example'],
    ['kubikon.example:8080/path?x=a@b', 'kubikon.example'],
    ['http://docs.datadoghq.com/integrations/', 'docs.datadoghq.com'],
    ['müller.example', 'xn--mller-kva.example'],
  ])('%j names the domain %j', (cell, domain) => {
    expect(websiteDomain(cell)).toEqual({ kind: 'domain', domain });
  });

  it.each([
    'https://github.com/inwinstack',
    'http://www.github.com/f5networks',
    'de.linkedin.com/company/x',
    'x.github.io',
  ])('%j lies on a host many companies share', (cell) => {
    expect(websiteDomain(cell).kind).toBe('shared-host');
  });

  it.each([
    '',
    'n/a',
    'none',
    'info@kubikon.example',
    'a.example, b.example',
    'ftp://a.example',
    'javascript:alert(1)',
    '10.0.0.1',
    'http://',
  ])('%j holds no domain', (cell) => {
    expect(websiteDomain(cell)).toEqual({ kind: 'unreadable' });
  });
});

describe('a company name', () => {
  it.each([
    ['Nordlicht Systemhaus GmbH', 'nordlicht systemhaus'],
    ['NORDLICHT  Systemhaus', 'nordlicht systemhaus'],
    ['Müller & Söhne Kälteanlagen KG', 'mueller soehne kaelteanlagen'],
    ['Mueller und Soehne Kaelteanlagen', 'mueller soehne kaelteanlagen'],
    ['Kubikon Cloud B.V.', 'kubikon cloud'],
    ['Brenner & Voss IT-Vertrieb GmbH & Co. KG', 'brenner voss it vertrieb'],
    ['Altwasser e.K.', 'altwasser'],
    ['Kleinteil UG (haftungsbeschränkt)', 'kleinteil'],
    ['StackIQ, Inc.', 'stackiq'],
    ['Codecrux web technologies pvt ltd', 'codecrux web technologies'],
    ['Supergiant.io', 'supergiant io'],
    ['AG Consulting', 'ag consulting'],
    ['SE', 'se'],
    ['株式会社日立', '株式会社日立'],
    ['***', ''],
  ])('%j is compared as %j', (name, compared) => {
    expect(normalisedName(name)).toBe(compared);
  });
});

describe('a LEI cell', () => {
  it.each([
    ['0000HAFENLICHTSYST89', true],
    ['0000HAFENLICHTSYST88', false],
    ['0000HAFENLICHTSYST8', false],
    ['0000hafenlichtsyst89', false],
  ])('%j is a LEI: %s', (cell, valid) => {
    expect(isLei(cell)).toBe(valid);
  });
});

describe('a value in a message', () => {
  it('is left out when it may name a person, and cut when it is long', () => {
    expect([quoteValue('Kundin'), quoteValue('a@b.example'), quoteValue('x'.repeat(70))]).toEqual([
      '"Kundin"',
      '(an address)',
      `"${'x'.repeat(60)}…"`,
    ]);
  });
});
