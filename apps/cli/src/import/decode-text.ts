import type { Encoding, TableRefused } from './table.js';
import { refuseTable } from './table.js';

/** The bytes 0x80 to 0x9F of Windows-1252, in which it differs from Latin-1 (WHATWG Encoding Standard). */
const WINDOWS_1252_HIGH =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Beginnings of files that people upload instead of a CSV, and what they are. */
const BINARY_BEGINNINGS: readonly (readonly [beginning: string, what: string])[] = [
  ['PK\u0003\u0004', 'an Excel workbook or a zip archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Excel workbook'],
  ['%PDF', 'a PDF document'],
  ['\u0089PNG', 'a picture'],
  ['\u00FF\u00D8\u00FF', 'a picture'],
  ['\u001F\u008B', 'a compressed file'],
];

/** Bytes as text, and how they were read. */
export interface DecodedText {
  readonly outcome: 'decoded';
  readonly encoding: Encoding;
  readonly text: string;
}

/**
 * Finds out the encoding (domain.md 7.1): a byte order mark decides; without one, valid UTF-8 is UTF-8 and everything else
 * Windows-1252, the encoding of German Excel. Refuses binary data.
 */
export function decodeText(bytes: Uint8Array): DecodedText | TableRefused {
  const beginning = latin1(bytes.subarray(0, 4));
  const binary = BINARY_BEGINNINGS.find(([start]) => beginning.startsWith(start));
  if (binary !== undefined) {
    return refuseTable('FILE_BINARY', `The file is ${binary[1]}: save the list as "CSV UTF-8" and import that file.`);
  }
  const decoded = decode(bytes, beginning);
  if (decoded.outcome === 'refused') return decoded;
  if (decoded.text.trim() === '') return refuseTable('FILE_EMPTY', 'The file is empty: export the list again.');
  return looksBinary(decoded.text)
    ? refuseTable('FILE_BINARY', 'The file holds binary data (or UTF-16 without a mark): save it as "CSV UTF-8".')
    : decoded;
}

function decode(bytes: Uint8Array, beginning: string): DecodedText | TableRefused {
  if (beginning.startsWith('\u00EF\u00BB\u00BF')) return decodeMarked(bytes, 'utf-8', 'utf-8-bom');
  if (beginning.startsWith('\u00FF\u00FE')) return decodeMarked(bytes, 'utf-16le', 'utf-16le');
  if (beginning.startsWith('\u00FE\u00FF')) return decodeMarked(bytes, 'utf-16be', 'utf-16be');
  const text = decodeStrictly(bytes, 'utf-8');
  return text === undefined
    ? { outcome: 'decoded', encoding: 'windows-1252', text: windows1252(bytes) }
    : { outcome: 'decoded', encoding: 'utf-8', text };
}

function decodeMarked(bytes: Uint8Array, label: string, encoding: Encoding): DecodedText | TableRefused {
  const text = decodeStrictly(bytes, label);
  return text === undefined
    ? refuseTable(
        'FILE_UNREADABLE',
        `The file is marked as ${label.toUpperCase()} but is not valid in it: save it again as "CSV UTF-8".`,
      )
    : { outcome: 'decoded', encoding, text };
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// TextDecoder('windows-1252') reads 0x80 to 0x9F as control characters in Node 20.18.3 and later 20s (nodejs/node#56542).
function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009F]/g, (char) => WINDOWS_1252_HIGH.charAt(char.charCodeAt(0) - 0x80));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A stray control character is removed later with a warning; a zero byte or one control character in twenty is no text. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/[^\P{Cc}\t\n\r]/gu)?.length ?? 0;
  return controls > 2 && controls * 20 > text.length;
}
