import { type CommonRejectionCode, type Rejected, rejected, type RejectionDetail } from '#event-sourcing';
import type { ProgrammeVersion, Requirement, Tier } from './programme-version.js';
import type { ProgrammeRejectionCode } from './rejections.js';

/** The kinds of requirement that compare a number and so need one to compare with. */
const measuredKinds: readonly Requirement['kind'][] = ['RESULT_MIN', 'RATING_MIN', 'SERVICE_LEVEL'];

/** How many dimensions a review has at all (domain.md 2.7). */
const REVIEW_DIMENSIONS = 5;

/**
 * The refusal of a draft that cannot be published, or `undefined`: `DRAFT_INCOMPLETE`, then `TIER_RANKS_NOT_UNIQUE`, then
 * `WEIGHTS_INVALID`, each with every finding of its kind and the field it is about.
 */
export function refuseUnpublishable(draft: ProgrammeVersion): Rejected<ProgrammeRejectionCode> | undefined {
  return (
    refusal('DRAFT_INCOMPLETE', 'The draft is not complete', missing(draft)) ??
    refusal('TIER_RANKS_NOT_UNIQUE', 'Two tiers have the same rank', sameRanks(draft.tiers)) ??
    refusal('WEIGHTS_INVALID', 'A number of the draft makes no sense', badNumbers(draft))
  );
}

function refusal(
  code: Exclude<ProgrammeRejectionCode, CommonRejectionCode>,
  summary: string,
  details: readonly RejectionDetail[],
): Rejected<ProgrammeRejectionCode> | undefined {
  if (details.length === 0) return undefined;
  const findings = details.map(({ message }) => message).join(' ');
  return rejected(code, `${summary}: use ReviseDraft. ${findings}`, { details });
}

function missing({ name, tiers, requirements }: ProgrammeVersion): readonly RejectionDetail[] {
  return [
    ...finding(name.trim() === '', 'NAME_MISSING', 'name', 'give the programme a name.'),
    ...finding(tiers.length === 0, 'TIERS_MISSING', 'tiers', 'give at least one tier.'),
    ...tiers.flatMap(({ key }, index) =>
      finding(
        tiers.findIndex((tier) => tier.key === key) !== index,
        'TIER_KEY_NOT_UNIQUE',
        `tiers.${String(index)}.key`,
        `${key} is the key of an earlier tier. Give another one.`,
      ),
    ),
    ...requirements.flatMap((requirement, index) => missingInRequirement(requirement, index, { tiers, requirements })),
  ];
}

function missingInRequirement(
  requirement: Requirement,
  index: number,
  { tiers, requirements }: Pick<ProgrammeVersion, 'tiers' | 'requirements'>,
): readonly RejectionDetail[] {
  const { key, kind, appliesAt, tierKey, threshold } = requirement;
  const path = `requirements.${String(index)}`;
  const earlier = requirements.slice(0, index).filter((other) => other.key === key);
  return [
    ...finding(
      appliesAt === 'TIER' && tierKey === undefined,
      'TIER_KEY_MISSING',
      `${path}.tierKey`,
      `${key} applies from a tier on. Name the tier.`,
    ),
    ...finding(
      tierKey !== undefined && !tiers.some((tier) => tier.key === tierKey),
      'TIER_KEY_UNKNOWN',
      `${path}.tierKey`,
      `${key} names the tier ${String(tierKey)}, which is not there. Name one of the tiers.`,
    ),
    ...finding(
      measuredKinds.includes(kind) && threshold === undefined,
      'THRESHOLD_MISSING',
      `${path}.threshold`,
      `${key} is of kind ${kind}. Say how much is needed.`,
    ),
    ...finding(
      earlier.some((other) => other.appliesAt === appliesAt && other.tierKey === tierKey),
      'REQUIREMENT_NOT_UNIQUE',
      `${path}.key`,
      `${key} stands twice for the same phase and tier. Leave one out.`,
    ),
    ...finding(
      earlier.some((other) => other.kind !== kind || other.validityDays !== requirement.validityDays),
      'REQUIREMENT_AMBIGUOUS',
      `${path}.key`,
      `${key} stands for different kinds or validities. Only threshold and tier may differ; otherwise give another key.`,
    ),
  ];
}

function sameRanks(tiers: readonly Tier[]): readonly RejectionDetail[] {
  return tiers.flatMap(({ key, rank }, index) => {
    const first = tiers.find((tier) => tier.rank === rank);
    return finding(
      first !== tiers[index],
      'TIER_RANKS_NOT_UNIQUE',
      `tiers.${String(index)}.rank`,
      `${key} has rank ${String(rank)} like ${String(first?.key)}. Give each tier its own.`,
    );
  });
}

function badNumbers({ tiers, requirements, rules }: ProgrammeVersion): readonly RejectionDetail[] {
  const { minReviewDimensions: dimensions } = rules;
  return [
    ...tiers.flatMap(({ cadenceDays, rhythmDays, resultTarget }, index) => {
      const path = `tiers.${String(index)}`;
      return [
        ...atLeast(1, cadenceDays, `${path}.cadenceDays`),
        ...atLeast(1, rhythmDays, `${path}.rhythmDays`),
        ...atLeast(1, resultTarget.windowDays, `${path}.resultTarget.windowDays`),
        ...finding(
          resultTarget.value <= 0,
          'WEIGHTS_INVALID',
          `${path}.resultTarget.value`,
          `${String(resultTarget.value)} is no target. Give more than 0.`,
        ),
      ];
    }),
    ...requirements.flatMap(({ validityDays, graceDays, threshold, minCount }, index) => {
      const path = `requirements.${String(index)}`;
      return [
        ...atLeast(1, validityDays, `${path}.validityDays`),
        ...atLeast(0, graceDays, `${path}.graceDays`),
        ...atLeast(0, threshold, `${path}.threshold`),
        ...atLeast(1, minCount, `${path}.minCount`),
      ];
    }),
    ...finding(
      !Number.isInteger(dimensions) || dimensions < 1 || dimensions > REVIEW_DIMENSIONS,
      'WEIGHTS_INVALID',
      'rules.minReviewDimensions',
      `${String(dimensions)} is not a number of dimensions. Give 1 to ${String(REVIEW_DIMENSIONS)}.`,
    ),
  ];
}

function atLeast(minimum: number, value: number | undefined, path: string): readonly RejectionDetail[] {
  return finding(
    value !== undefined && value < minimum,
    'WEIGHTS_INVALID',
    path,
    `${String(value)} is too little. Give at least ${String(minimum)}.`,
  );
}

function finding(isOne: boolean, code: string, path: string, sentence: string): readonly RejectionDetail[] {
  return isOne ? [{ code, path, message: `${path}: ${sentence}` }] : [];
}
