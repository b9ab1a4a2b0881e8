import { Matches } from 'class-validator';
import { type FieldRules, TextField } from '#graphql';

const isDecimal = Matches(/^-?\d{1,15}(\.\d{1,6})?$/, {
  message: '$property must be a decimal with a point and at most 6 places, such as 50000 or 4.25',
});

/** A decimal number as text, so that no digit is lost. */
export const DecimalField = (rules: FieldRules = {}): PropertyDecorator => TextField(isDecimal, rules);
