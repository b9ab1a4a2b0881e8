import { normalisedName } from './normalised-name.js';

describe('company names for finding duplicates', () => {
  it.each([
    ['Nordlicht Systemhaus GmbH', 'nordlicht systemhaus'],
    ['NORDLICHT  Systemhaus', 'nordlicht systemhaus'],
    ['Brenner & Voss IT-Vertrieb KG', 'brenner voss it vertrieb'],
    ['Brenner und Voss IT Vertrieb GmbH & Co. KG', 'brenner voss it vertrieb'],
    ['Müller Söhne AG', 'mueller soehne'],
    ['Mueller Soehne AG', 'mueller soehne'],
    ['Mu\u0308ller So\u0308hne AG', 'mueller soehne'],
    ['Weiß GmbH', 'weiss'],
    ['Kubikon Cloud B.V.', 'kubikon cloud'],
    ['Kubikon Cloud BV', 'kubikon cloud'],
    ['Società Esempio S. r. l.', 'societa esempio'],
    ['Saimaa Edge Oy', 'saimaa edge'],
    ['Jura (UG) haftungsbeschränkt', 'jura'],
    ['AG Logistik GmbH', 'ag logistik'],
    ['AG', 'ag'],
    ['株式会社例', '株式会社例'],
    ['!!!', ''],
  ])('%s becomes "%s"', (legalName, expected) => {
    expect(normalisedName(legalName)).toBe(expected);
  });
});
