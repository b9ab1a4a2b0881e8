import { isLei, normalisedName } from '#directory/domain';
import { countryCode } from './country-code.js';
import { given } from './given.js';
import type { ImportedCompany, RegisterEntry } from './partner-import.js';
import { quoteValue } from './quote-value.js';
import type { RowReading } from './row-reading.js';
import { filledCell } from './row-reading.js';
import type { ImportWarningCode } from './table.js';
import { websiteDomain } from './website-domain.js';

/** The company of a row (domain.md 2.7, RegisterPartnerCompany); a formula in a cell is data like any other text. */
export function readCompany(reading: RowReading): ImportedCompany {
  return {
    legalName: readName(reading),
    ...given('country', readCountry(reading)),
    ...given('lei', readLei(reading)),
    ...given('register', readRegister(reading)),
    ...given('vatId', readVatId(reading)),
    ...given('domain', readDomain(reading)),
  };
}

function readName(reading: RowReading): string {
  const name = filledCell(reading, 'legalName')?.text ?? '';
  if (normalisedName(name) === '') {
    const column = reading.fields.cells.legalName?.column ?? 'legalName';
    reading.problems.push({ code: 'ROW_NO_NAME', message: `${column} is empty: write the company's registered name.` });
  }
  return name;
}

function readCountry(reading: RowReading): string | undefined {
  const cell = filledCell(reading, 'country');
  if (cell === undefined) return undefined;
  const country = countryCode(cell.text);
  if (country === undefined) {
    warn(
      reading,
      'COUNTRY_UNKNOWN',
      `${cell.column} ${quoteValue(cell.text)} is no country: write its ISO code such as DE.`,
    );
  }
  return country;
}

function readLei(reading: RowReading): string | undefined {
  const cell = filledCell(reading, 'lei');
  if (cell === undefined) return undefined;
  const lei = cell.text.replace(/\s/gu, '').toUpperCase();
  if (isLei(lei)) return lei;
  reading.problems.push({
    code: 'INVALID_LEI',
    message: `${cell.column} ${quoteValue(cell.text)} is no LEI (20 characters with check digits): correct it or leave the cell empty.`,
  });
  return undefined;
}

function readRegister(reading: RowReading): RegisterEntry | undefined {
  const court = filledCell(reading, 'registerCourt');
  const type = filledCell(reading, 'registerType');
  const number = filledCell(reading, 'registerNumber');
  if (court !== undefined && type !== undefined && number !== undefined) {
    return { court: court.text, type: type.text.toUpperCase(), number: number.text };
  }
  const first = court ?? type ?? number;
  if (first !== undefined) {
    warn(
      reading,
      'REGISTER_INCOMPLETE',
      `${first.column}: a register entry needs court, type (HRA, HRB …) and number.`,
    );
  }
  return undefined;
}

function readVatId(reading: RowReading): string | undefined {
  const cell = filledCell(reading, 'vatId');
  if (cell === undefined) return undefined;
  const vatId = cell.text.replace(/[\s.-]/gu, '').toUpperCase();
  if (/^[A-Z]{2,3}(?=.*\d)[A-Z0-9+*]{2,13}$/.test(vatId)) return vatId;
  warn(
    reading,
    'VAT_ID_UNREADABLE',
    `${cell.column} ${quoteValue(cell.text)} is no VAT id: write it like DE123456789.`,
  );
  return undefined;
}

function readDomain(reading: RowReading): string | undefined {
  const cell = filledCell(reading, 'domain');
  if (cell === undefined) return undefined;
  const website = websiteDomain(cell.text);
  switch (website.kind) {
    case 'domain':
      return website.domain;
    case 'shared-host':
      warn(
        reading,
        'DOMAIN_SHARED_HOST',
        `${cell.column}: ${website.host} is shared by many companies and identifies none: give the company's own domain.`,
      );
      return undefined;
    case 'unreadable':
      warn(
        reading,
        'DOMAIN_UNREADABLE',
        `${cell.column} ${quoteValue(cell.text)} holds no domain: write it like example.com.`,
      );
      return undefined;
  }
}

function warn(reading: RowReading, code: ImportWarningCode, message: string): void {
  reading.warnings.push({ code, message });
}
