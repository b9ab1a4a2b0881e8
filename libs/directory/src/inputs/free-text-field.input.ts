import { freeTextField } from '#graphql';
import { containsContactData } from '../domain/contact-data-in-text.js';

/** A free text of an input: no mail addresses, no phone numbers; people as `{{person:prs_…}}` (domain.md 2.10). */
export const FreeTextField = freeTextField(containsContactData);
