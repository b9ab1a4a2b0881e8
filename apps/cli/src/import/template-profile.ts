import { foldText } from '#directory/domain';
import { aliasedCells, columnAliases, columnsBeside, hasColumns } from './column-aliases.js';
import { readOpeningState } from './opening-state.js';
import type { PartnerCategory } from './partner-import.js';
import type { CategoryReading, Profile } from './profile.js';
import { textOf } from './profile.js';
import { quoteValue } from './quote-value.js';

/** The German and English names of the template's columns (domain.md 7.3). */
const ALIASES = columnAliases({
  externalId: ['externalId', 'Externe ID'],
  legalName: ['Firmenname', 'Firma', 'legalName'],
  country: ['Land', 'country'],
  lei: ['LEI'],
  registerCourt: ['Registergericht', 'registerCourt'],
  registerType: ['Registerart', 'registerType'],
  registerNumber: ['Registernummer', 'registerNumber'],
  vatId: ['USt-IdNr', 'vatId'],
  domain: ['Domain', 'Website'],
  category: ['Kategorie', 'Partnerkategorie', 'category'],
  openingState: ['Status', 'openingState'],
  tier: ['Partnerstufe', 'tier'],
  managerEmail: ['Partnermanager-E-Mail', 'partnerManagerEmail', 'managerEmail'],
  partnerContactName: ['Ansprechpartner Partner: Name', 'partnerContactName'],
  partnerContactEmail: ['Ansprechpartner Partner: E-Mail', 'partnerContactEmail'],
  ownContactEmail: ['Ansprechpartner eigen: E-Mail', 'ownContactEmail'],
  originalStartOn: ['Beginn', 'originalStartOn'],
  agreementSignedOn: ['Vertrag unterschrieben am', 'agreementSignedOn'],
  agreementEndsOn: ['Vertragsende', 'agreementEndsOn'],
  noticeMonths: ['Kündigungsfrist Monate', 'noticeMonths'],
  lastActivityOn: ['letzter Kontakt', 'lastActivityOn'],
  lastReviewOn: ['letztes Review', 'lastReviewOn'],
  nextReviewOn: ['nächstes Review', 'nextReviewOn'],
});

const CATEGORY_WORDS: ReadonlyMap<string, PartnerCategory> = new Map([
  ['sales', 'SALES'],
  ['sales partner', 'SALES'],
  ['vertrieb', 'SALES'],
  ['vertriebspartner', 'SALES'],
  ['technology', 'TECHNOLOGY'],
  ['technology partner', 'TECHNOLOGY'],
  ['technologie', 'TECHNOLOGY'],
  ['technologiepartner', 'TECHNOLOGY'],
  ['service', 'SERVICE'],
  ['service partner', 'SERVICE'],
  ['servicepartner', 'SERVICE'],
]);

/** The own template with German or English headers, in any case and order (domain.md 7.3); name and category must be there. */
export const templateProfile: Profile = {
  name: 'Accord template',
  sourceSystem: 'TEMPLATE',
  matches: (header) => hasColumns(['legalName', 'category'], ALIASES, header),
  unreadColumns: (header) => columnsBeside(ALIASES, header),
  map: (row) => {
    const cells = aliasedCells(row, ALIASES);
    return {
      cells,
      category: readCategory(textOf(cells, 'category'), cells.category?.column ?? 'category'),
      openingState: readOpeningState(textOf(cells, 'openingState'), cells.openingState?.column ?? 'Status'),
    };
  },
  recordId: (externalId) => externalId,
};

function readCategory(text: string | undefined, column: string): CategoryReading {
  const category = CATEGORY_WORDS.get(foldText(text ?? '').replace(/\s+/gu, ' '));
  if (category !== undefined) return { kind: 'category', category };
  const found = text === undefined ? 'is empty' : `${quoteValue(text)} is no partner category`;
  return { kind: 'unknown', message: `${column} ${found}: write SALES, TECHNOLOGY or SERVICE.` };
}
