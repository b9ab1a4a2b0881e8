import { z } from 'zod';
import { calendarDate } from './dates.js';

/** A decimal number as text with at most six places, so that no digit is lost. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d{1,6})?$/, 'must be a decimal with at most 6 places')
  .meta({ unit: 'decimal number as text', disclosure: 'open' });

/** A currency code of ISO 4217. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be three capital letters (ISO 4217)')
  .meta({ unit: 'currency, ISO 4217', disclosure: 'open' });

const minorUnits = z.int().meta({ unit: 'minor units of the currency' });

/** An amount with the rate that was frozen when it was recorded (domain.md 2.1, value types). */
export const money = z
  .strictObject({
    amountCents: minorUnits,
    currency,
    reportingCents: minorUnits,
    reportingCurrency: currency,
    fxRate: z
      .string()
      .regex(/^\d+(\.\d{1,6})?$/, 'must be a decimal with at most 6 places')
      .meta({ unit: 'reporting currency for one of the currency, decimal as text', disclosure: 'open' }),
    fxDate: calendarDate.meta({ description: 'The day of the rate.' }),
  })
  .readonly();
