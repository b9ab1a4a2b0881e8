import { registerEnumType } from '@nestjs/graphql';
import { commonRejections } from '#event-sourcing';

const codes: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};

/** Every code a command may be refused with: the contexts' own rejections and the common ones. */
export const RejectionCode: Readonly<Record<string, string>> = codes;

registerEnumType(RejectionCode, {
  name: 'RejectionCode',
  description: 'Why a command was refused. Each code stands in the domain reference with the rule behind it.',
  valuesMap: descriptions,
});

/**
 * Makes the rejections of a context part of the API: code and when it is given. A code that two contexts share has one
 * meaning. Called where the context's module is defined, so that the enum can never lack a code.
 */
export function declareRejections(rejections: Readonly<Record<string, string>>): void {
  for (const [code, meaning] of Object.entries(rejections)) {
    codes[code] = code;
    descriptions[code] ??= { description: meaning };
  }
}

declareRejections(commonRejections);
