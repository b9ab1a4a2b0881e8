import { containsContactData } from '#directory';
import { freeTextListField } from '#graphql';

/** A list of free texts of an input, each under the rules of `FreeTextField` (domain.md 2.10). */
export const FreeTextListField = freeTextListField(containsContactData);
