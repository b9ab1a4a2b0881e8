import { aliasedCells, columnAliases, columnsBeside, hasColumns } from './column-aliases.js';
import type { PartnerCategory } from './partner-import.js';
import type { CategoryReading, Profile } from './profile.js';
import { textOf } from './profile.js';
import { quoteValue } from './quote-value.js';

/** The source system of Salesforce accounts, whichever profile reads them. */
export const SALESFORCE = 'SALESFORCE';

/** API names (Data Loader) and labels (reports) of the account's columns (domain.md 7.2). */
const ALIASES = columnAliases({
  externalId: ['Id', 'Account ID'],
  legalName: ['Name', 'Account Name'],
  category: ['Type'],
  domain: ['Website'],
  country: ['BillingCountry', 'BillingCountryCode', 'Billing Country', 'Billing Country (text only)'],
  managerEmail: ['Owner.Email', 'Account Owner: Email'],
  lastActivityOn: ['LastActivityDate', 'Last Activity'],
});

/** Columns that tell an account export from any other table with an id, a name and a type. */
const FINGERPRINT = /^(?:owner\.?(?:id|email|name)|account owner|billing ?country.*|last ?activity.*|is ?deleted)/iu;

const CATEGORY_BY_TYPE: ReadonlyMap<string, PartnerCategory> = new Map([
  ['channel partner / reseller', 'SALES'],
  ['technology partner', 'TECHNOLOGY'],
  ['installation partner', 'SERVICE'],
]);

/**
 * Salesforce accounts, as a report or a Data Loader export (domain.md 7.2). Three standard types are our three
 * categories; "Customer - Channel" may be either, so it is left out until a mapping file decides; others are no partners.
 *
 * An account has no state: an account that is a partner is taken as ACTIVE. `CreatedDate` is when somebody typed the
 * account in, not when the partnership began, so the start stays unknown.
 */
export const salesforceProfile: Profile = {
  name: 'Salesforce accounts',
  sourceSystem: SALESFORCE,
  matches: (header) =>
    hasColumns(['externalId', 'legalName', 'category'], ALIASES, header) &&
    header.some((column) => FINGERPRINT.test(column)),
  unreadColumns: (header) => columnsBeside(ALIASES, header),
  map: (row) => {
    const cells = aliasedCells(row, ALIASES);
    return {
      cells,
      category: readType(textOf(cells, 'category')),
      openingState: { kind: 'state', state: 'ACTIVE' },
    };
  },
  recordId: salesforceRecordId,
};

/** The 15 characters that an id has in reports; exports by program append three that only repeat its letters' case. */
export function salesforceRecordId(id: string): string {
  return /^[A-Za-z0-9]{18}$/.test(id) ? id.slice(0, 15) : id;
}

function readType(type: string | undefined): CategoryReading {
  if (type === undefined) return { kind: 'skip', reason: 'Type is empty: the account is not marked as a partner.' };
  const category = CATEGORY_BY_TYPE.get(type.toLowerCase());
  if (category !== undefined) return { kind: 'category', category };
  return type.toLowerCase() === 'customer - channel'
    ? {
        kind: 'skip',
        reason:
          'Type "Customer - Channel" can be a customer or a sales partner: decide it in a mapping file (--map) with ' +
          'values.category "Customer - Channel": SALES, or name it under skip.category.',
      }
    : { kind: 'skip', reason: `Type ${quoteValue(type)} is not a partner.` };
}
