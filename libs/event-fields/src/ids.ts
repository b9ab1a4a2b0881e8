import { z } from 'zod';
import type { PseudonymKind } from './disclosure.js';

/** The ids of people. */
const PEOPLE: Readonly<Record<string, PseudonymKind>> = { prs: 'person', mgr: 'manager' };

/** An id: its prefix, an underscore and letters and digits (domain.md 2.1, value types). */
export function id(prefix: string): z.ZodString {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z]+$`), `must be an id that starts with ${prefix}_`)
    .meta({ unit: `id, ${prefix}_…`, disclosure: PEOPLE[prefix] ?? 'open' });
}

/** A person: never a name (I-20). Specs may use speaking ids such as `prs_own`. */
export const personId = id('prs');

/** A partner manager. */
export const managerId = id('mgr');

/** A user of the identity provider, as tokens name it. */
export const userId = z.string().min(1).max(200).meta({ unit: 'user of the identity provider', disclosure: 'user' });
