import { InputType } from '@nestjs/graphql';
import {
  BooleanField,
  CommandInput,
  DateField,
  EnumField,
  FreeTextField,
  IdField,
  IntField,
  LineField,
  NumberField,
  ObjectField,
  ObjectListField,
} from '#graphql';
import type { RequirementKind, RequirementPhase } from '../domain/programme-version.js';
import { RequirementKindEnum, RequirementPhaseEnum } from '../graphql-enums.js';

// What a draft may lack and what its numbers have to be is asked when it is published (domain.md 2.7); the form is wide.
const anyWholeNumber = { min: -2_147_483_648 } as const;

@InputType({ description: 'What a tier is to bring within a number of days.' })
export class ResultTargetInput {
  @LineField({ max: 100 })
  readonly metric!: string;

  @NumberField()
  readonly value!: number;

  @IntField(anyWholeNumber)
  readonly windowDays!: number;
}

@InputType({ description: 'A rank inside a programme.' })
export class TierInput {
  @LineField({ max: 100 })
  readonly key!: string;

  @IntField({ ...anyWholeNumber, description: 'Orders the tiers upwards.' })
  readonly rank!: number;

  @IntField({ ...anyWholeNumber, description: 'Days between two reviews.' })
  readonly cadenceDays!: number;

  @IntField({ ...anyWholeNumber, description: 'Most days between two substantive contacts.' })
  readonly rhythmDays!: number;

  @ObjectField(() => ResultTargetInput)
  readonly resultTarget!: ResultTargetInput;

  @BooleanField()
  readonly sponsorRequired!: boolean;

  @BooleanField()
  readonly planRequired!: boolean;
}

@InputType({ description: 'One condition of a programme.' })
export class RequirementInput {
  @LineField({ max: 100 })
  readonly key!: string;

  @EnumField(RequirementKindEnum)
  readonly kind!: RequirementKind;

  @EnumField(RequirementPhaseEnum)
  readonly appliesAt!: RequirementPhase;

  @LineField({ max: 100, optional: true, description: 'The tier from which on it is due.' })
  readonly tierKey?: string;

  @BooleanField()
  readonly mandatory!: boolean;

  @NumberField({ optional: true })
  readonly threshold?: number;

  @IntField({
    ...anyWholeNumber,
    optional: true,
    description: 'For RATING_MIN: over how many projects; 1 unless given.',
  })
  readonly minCount?: number;

  @IntField({ ...anyWholeNumber, optional: true })
  readonly validityDays?: number;

  @IntField({
    ...anyWholeNumber,
    optional: true,
    description: 'Days after expiry in which it counts half; 90 unless given.',
  })
  readonly graceDays?: number;

  @FreeTextField({ max: 2000 })
  readonly description!: string;
}

@InputType()
export class ProgrammeRulesInput {
  @BooleanField()
  readonly ownContactMayBePartnerManager!: boolean;

  @BooleanField()
  readonly internalBriefingRequired!: boolean;

  @IntField(anyWholeNumber)
  readonly minReviewDimensions!: number;
}

/** The content of a programme version. */
@InputType({ isAbstract: true })
export abstract class ProgrammeContentInput extends CommandInput {
  @LineField()
  readonly name!: string;

  @DateField()
  readonly effectiveFrom!: string;

  @ObjectListField(() => TierInput, { max: 20 })
  readonly tiers!: readonly TierInput[];

  @ObjectListField(() => RequirementInput, { max: 100 })
  readonly requirements!: readonly RequirementInput[];

  @ObjectField(() => ProgrammeRulesInput)
  readonly rules!: ProgrammeRulesInput;
}

/** What every command on an existing programme names. */
@InputType({ isAbstract: true })
export abstract class ProgrammeCommandInput extends CommandInput {
  @IdField('prg')
  readonly programmeId!: string;
}

const GRACE_DAYS = 90;

/** The requirements with their default grace (domain.md 2.5). */
export function withGrace<Content extends { readonly requirements: readonly RequirementInput[] }>(content: Content) {
  return {
    ...content,
    requirements: content.requirements.map((one) => ({ ...one, graceDays: one.graceDays ?? GRACE_DAYS })),
  };
}
