import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { rejected, type Rejected, type RejectionDetail } from '#event-sourcing';
import { withoutNulls } from '../without-nulls.js';
import { passesRules } from './passes-rules.js';
import { CONTACT_DATA_RULE } from './validation-rules.js';

/** The input of a command after its check: plain data without nulls, or the refusal that names each field and rule. */
export type ValidatedInput<Input> = { readonly input: Input } | Rejected;

/**
 * Checks an input against the rules of its class (class-validator) and against control characters, in every field at
 * any depth.
 */
export function validatedInput<Input extends object>(type: Type<Input>, raw: object): ValidatedInput<Input> {
  const plain = withoutNulls(raw);
  const isInOrder = passesRules(type, plain);
  if (isInOrder && !holdsControlCharacters(plain)) return { input: plain as Input };
  const details = [...(isInOrder ? [] : brokenRules(type, plain)), ...controlCharacters(plain, '')];
  // The quick check says no to what only class-validator can judge.
  if (details.length === 0) return { input: plain as Input };
  const contactData = details.every(({ code }) => code === CONTACT_DATA_RULE);
  const message = details.map((detail) => detail.message).join('; ');
  return rejected(contactData ? 'TEXT_CONTAINS_CONTACT_DATA' : 'VALIDATION_FAILED', `${message}.`, { details });
}

function brokenRules(type: Type, plain: object): readonly RejectionDetail[] {
  const instance = plainToInstance(type, plain, { enableCircularCheck: false }) as object;
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return errors.flatMap((error) => detailsOf(error, ''));
}

function detailsOf(error: ValidationError, parent: string): readonly RejectionDetail[] {
  const path = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    code,
    message: message.replace(error.property, path),
    path,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => detailsOf(child, path))];
}

// Half a surrogate pair counts as one: it has no UTF-8 form and would be stored as something else.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/u;

function holdsControlCharacters(value: unknown): boolean {
  if (typeof value === 'string') return CONTROL_CHARACTERS.test(value);
  if (typeof value !== 'object' || value === null) return false;
  for (const inner of Object.values(value)) if (holdsControlCharacters(inner)) return true;
  return false;
}

function controlCharacters(value: unknown, path: string): readonly RejectionDetail[] {
  if (typeof value === 'string')
    return CONTROL_CHARACTERS.test(value)
      ? [{ code: 'controlCharacters', path, message: `${path} must not hold control characters` }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    controlCharacters(inner, path === '' ? key : `${path}.${key}`),
  );
}
