import type { ProgrammeVersion, Requirement } from './programme-version.js';

/**
 * What holds all the time in a tier (domain.md 2.5): the ONGOING requirements and those of every tier up to this one, one
 * per key: the highest tier that names a key says how much of it is needed. Without a tier only what every tier needs.
 */
export function ongoingRequirements(
  { tiers, requirements }: Pick<ProgrammeVersion, 'tiers' | 'requirements'>,
  tierKey: string | undefined,
): readonly Requirement[] {
  const rankOf = (key: string | undefined): number =>
    tiers.find((tier) => tier.key === key)?.rank ?? Number.NEGATIVE_INFINITY;
  const reached = requirements.filter(
    (requirement) =>
      requirement.appliesAt !== 'ACTIVATION' &&
      (requirement.tierKey === undefined || rankOf(requirement.tierKey) <= rankOf(tierKey)),
  );
  return reached.filter((requirement, index) => {
    const strongest = reached
      .filter(({ key }) => key === requirement.key)
      .reduce((one, other) => (rankOf(other.tierKey) > rankOf(one.tierKey) ? other : one));
    return reached.indexOf(strongest) === index;
  });
}
