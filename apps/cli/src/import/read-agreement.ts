import { readAmount } from './amount.js';
import { given } from './given.js';
import type { ImportedAgreement } from './partner-import.js';
import { quoteValue } from './quote-value.js';
import type { RowReading } from './row-reading.js';
import { anyDate, filledCell, pastDate } from './row-reading.js';

/** The agreement of a row. Without the date of signature there is none to record, and the row says so. */
export function readAgreement(reading: RowReading): ImportedAgreement | undefined {
  const signedOn = pastDate(reading, 'agreementSignedOn');
  const endsOn = anyDate(reading, 'agreementEndsOn');
  const noticeMonths = readNoticeMonths(reading);
  if (signedOn !== undefined) {
    if (endsOn !== undefined && endsOn < signedOn) {
      reading.problems.push({
        code: 'ROW_BAD_DATE',
        message: `The agreement ends on ${endsOn}, before it was signed on ${signedOn}: correct one of the two dates.`,
      });
    }
    return { signedOn, ...given('endsOn', endsOn), ...given('noticeMonths', noticeMonths) };
  }
  const other = filledCell(reading, 'agreementEndsOn') ?? filledCell(reading, 'noticeMonths');
  if (other !== undefined && filledCell(reading, 'agreementSignedOn') === undefined) {
    reading.warnings.push({
      code: 'AGREEMENT_INCOMPLETE',
      message: `${other.column}: an agreement needs the date of its signature; write it, or record the agreement later.`,
    });
  }
  return undefined;
}

function readNoticeMonths(reading: RowReading): number | undefined {
  const cell = filledCell(reading, 'noticeMonths');
  if (cell === undefined) return undefined;
  const months = readAmount(cell.text, reading.dialect.decimalComma);
  if (months !== undefined && Number.isInteger(months) && months >= 0 && months <= 120) return months;
  reading.problems.push({
    code: 'ROW_BAD_AMOUNT',
    message: `${cell.column} ${quoteValue(cell.text)} is no number of months: write a whole number from 0 to 120.`,
  });
  return undefined;
}
