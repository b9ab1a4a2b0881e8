import type { PartnerImport } from './partner-import.js';
import type { RowReading } from './row-reading.js';
import { filledCell } from './row-reading.js';

/** The partner manager's mail address in lower case; OWNER_UNKNOWN when it is none, or not one of those appointed. */
export function readManagerEmail(reading: RowReading, known: ReadonlySet<string> | undefined): string | undefined {
  const cell = filledCell(reading, 'managerEmail');
  if (cell === undefined) return undefined;
  const email = mailAddress(cell.text);
  if (email !== undefined && (known === undefined || known.has(email))) return email;
  const problem =
    email === undefined
      ? "holds no mail address: write the partner manager's mail address"
      : 'is the address of nobody who is appointed as partner manager: appoint the person first, or name another';
  reading.problems.push({ code: 'OWNER_UNKNOWN', message: `${cell.column} ${problem}.` });
  return undefined;
}

/** The responsible contact on the partner's side; nobody is made up from an address alone. */
export function readPartnerContact(reading: RowReading): PartnerImport['partnerContact'] {
  const name = filledCell(reading, 'partnerContactName');
  const email = readMail(reading, 'partnerContactEmail');
  if (name !== undefined) return { name: name.text, ...(email === undefined ? {} : { email }) };
  if (email !== undefined) {
    const column = reading.fields.cells.partnerContactEmail?.column ?? 'partnerContactEmail';
    reading.warnings.push({
      code: 'CONTACT_INCOMPLETE',
      message: `${column}: the contact has an address but no name; write the name beside it.`,
    });
  }
  return undefined;
}

/** The mail address, in lower case, of the own side's responsible contact. */
export function readOwnContactEmail(reading: RowReading): string | undefined {
  return readMail(reading, 'ownContactEmail');
}

function readMail(reading: RowReading, field: 'partnerContactEmail' | 'ownContactEmail'): string | undefined {
  const cell = filledCell(reading, field);
  if (cell === undefined) return undefined;
  const email = mailAddress(cell.text);
  if (email === undefined) {
    reading.warnings.push({
      code: 'CONTACT_INCOMPLETE',
      message: `${cell.column} holds no mail address: write it like name@example.com.`,
    });
  }
  return email;
}

function mailAddress(text: string): string | undefined {
  const address = text.replace(/^mailto:/iu, '').toLowerCase();
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u.test(address) ? address : undefined;
}
