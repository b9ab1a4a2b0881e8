import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength, registerDecorator, Matches, type ValidationOptions } from 'class-validator';
import { isCalendarDate } from '#calendar';
import { containsContactData, containsMailAddress } from './contact-data-in-text.js';

type Rule = (value: unknown) => boolean;

function rule(name: string, test: Rule, message: string, options?: ValidationOptions): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      options: { message, ...options },
      validator: { validate: test },
    });
  };
}

/** A date that exists, `YYYY-MM-DD`. */
export function IsLocalDate(options?: ValidationOptions): PropertyDecorator {
  return rule('isLocalDate', isCalendarDate, '$property must be a date that exists, written YYYY-MM-DD', options);
}

/** An id with this prefix, `prt_…`. */
export function IsId(prefix: string, options?: ValidationOptions): PropertyDecorator {
  return Matches(new RegExp(`^${prefix}_[0-9A-Za-z]{1,40}$`), {
    message: `$property must be an id that starts with ${prefix}_`,
    ...options,
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** A moment in UTC, ISO 8601 with a `Z`. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return rule(
    'isInstant',
    (value) => typeof value === 'string' && INSTANT.test(value) && isCalendarDate(value.slice(0, 10)),
    '$property must be a moment in UTC such as 2026-03-31T06:00:00.000Z',
    options,
  );
}

/** A text that says something: not only spaces. That it is not empty is a rule of its own. */
function IsNotBlank(options?: ValidationOptions): PropertyDecorator {
  const test = (value: unknown): boolean => typeof value !== 'string' || value === '' || /\S/.test(value);
  return rule('isNotBlank', test, '$property must not be blank', options);
}

/** A line of text that is not empty. */
export function IsLine(max = 200, options?: ValidationOptions): PropertyDecorator {
  const test = (value: unknown): boolean => typeof value !== 'string' || !/[\r\n]/.test(value);
  return applyDecorators(
    IsString(options),
    MinLength(1, options),
    MaxLength(max, options),
    IsNotBlank(options),
    rule('isLine', test, '$property must be a single line', options),
  );
}

/** The name of the rule that a text breaks when it names a mail address or a phone number. */
export const CONTACT_DATA_RULE = 'namesNoContactData';

/** No mail addresses and no phone numbers; people are written as `{{person:prs_…}}` (domain.md 2.10). */
export function NamesNoContactData(options?: ValidationOptions): PropertyDecorator {
  return rule(
    CONTACT_DATA_RULE,
    (value) => typeof value !== 'string' || !containsContactData(value),
    '$property must not hold a mail address or a phone number. Write people as {{person:prs_…}}',
    options,
  );
}

/** No mail addresses, where numbers may look like one to call. */
export function NamesNoMailAddress(options?: ValidationOptions): PropertyDecorator {
  return rule(
    CONTACT_DATA_RULE,
    (value) => typeof value !== 'string' || !containsMailAddress(value),
    '$property must not hold a mail address',
    options,
  );
}

/**
 * Free text that stays in the history: no mail addresses and no phone numbers; people are written as
 * `{{person:prs_…}}` (domain.md 2.10).
 */
export function IsFreeText(max = 4000, options?: ValidationOptions): PropertyDecorator {
  return applyDecorators(
    IsString(options),
    MinLength(1, options),
    MaxLength(max, options),
    IsNotBlank(options),
    NamesNoContactData(options),
  );
}
