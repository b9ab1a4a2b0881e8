import { IsEmail, Matches } from 'class-validator';
import { TextField } from '#graphql';

const isMail = IsEmail({}, { message: '$property must be a mail address' });
const isPhone = Matches(/^\+?[0-9 ()/.-]{5,40}$/, { message: '$property must be a phone number' });

/** A mail address for the vault. */
export const EmailField = (): PropertyDecorator => TextField(isMail, { optional: true });

/** A phone number for the vault. */
export const PhoneField = (): PropertyDecorator => TextField(isPhone, { optional: true });
