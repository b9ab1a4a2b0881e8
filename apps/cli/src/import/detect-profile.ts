import type { Profile } from './profile.js';
import { salesforceProfile } from './salesforce-profile.js';
import { templateProfile } from './template-profile.js';

/** The sources known by their header, in the order in which they are asked. */
export const knownProfiles: readonly Profile[] = [salesforceProfile, templateProfile];

/** The profile, or what to do when there is none. */
export type ProfileFound =
  { readonly outcome: 'found'; readonly profile: Profile } | { readonly outcome: 'unknown'; readonly message: string };

/** Finds the profile whose fingerprint a header bears (domain.md 7.1, step 1). */
export function detectProfile(header: readonly string[]): ProfileFound {
  const profile = knownProfiles.find((known) => known.matches(header));
  if (profile !== undefined) return { outcome: 'found', profile };
  return {
    outcome: 'unknown',
    message:
      `The columns ${header.join(', ')} are neither Salesforce accounts (Id, Name, Type, OwnerId …) nor the Accord ` +
      'template (Firmenname, Kategorie, Status …): say with --map mapping.yaml what they mean.',
  };
}
