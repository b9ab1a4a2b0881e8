import { type Rejected, rejected } from '#event-sourcing';
import { isLei } from './lei.js';

/** `INVALID_LEI` for an LEI with a wrong length or wrong check digits; `undefined` when it is fine or not given. */
export function refuseLei(lei: string | undefined): Rejected<'INVALID_LEI'> | undefined {
  if (lei === undefined || isLei(lei)) return undefined;
  const message = `lei: ${lei} is not a valid LEI (20 characters, ISO 17442). Correct it, or leave it out.`;
  return rejected('INVALID_LEI', message, { details: [{ code: 'INVALID_LEI', path: 'lei', message }] });
}
