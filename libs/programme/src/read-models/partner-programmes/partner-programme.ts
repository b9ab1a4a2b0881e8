import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Indexed } from '#document-store';
import { LocalDate } from '#graphql';
import type { PartnerCategory, RequirementKind, RequirementPhase } from '../../domain/programme-version.js';
import { PartnerCategoryEnum, RequirementKindEnum, RequirementPhaseEnum } from '../../graphql-enums.js';

@ObjectType({ description: 'What a tier is to bring within a number of days.' })
export class ResultTargetType {
  @Field(() => String)
  readonly metric!: string;

  @Field(() => Float)
  readonly value!: number;

  @Field(() => Int)
  readonly windowDays!: number;
}

@ObjectType({ description: 'A rank inside a programme.' })
export class TierType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => Int, { description: 'Orders the tiers upwards.' })
  readonly rank!: number;

  @Field(() => Int, { description: 'Days between two reviews.' })
  readonly cadenceDays!: number;

  @Field(() => Int, { description: 'Most days between two substantive contacts.' })
  readonly rhythmDays!: number;

  @Field(() => ResultTargetType)
  readonly resultTarget!: ResultTargetType;

  @Field(() => Boolean)
  readonly sponsorRequired!: boolean;

  @Field(() => Boolean)
  readonly planRequired!: boolean;
}

@ObjectType({ description: 'One condition of a programme.' })
export class RequirementType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => RequirementKindEnum)
  readonly kind!: RequirementKind;

  @Field(() => RequirementPhaseEnum)
  readonly appliesAt!: RequirementPhase;

  @Field(() => String, { nullable: true })
  readonly tierKey?: string;

  @Field(() => Boolean)
  readonly mandatory!: boolean;

  @Field(() => Float, { nullable: true })
  readonly threshold?: number;

  @Field(() => Int, { nullable: true, description: 'For RATING_MIN: over how many projects; 1 unless given.' })
  readonly minCount?: number;

  @Field(() => Int, { nullable: true })
  readonly validityDays?: number;

  @Field(() => Int, { description: 'Days after expiry in which it counts half.' })
  readonly graceDays!: number;

  @Field(() => String)
  readonly description!: string;
}

@ObjectType()
export class ProgrammeRulesType {
  @Field(() => Boolean)
  readonly ownContactMayBePartnerManager!: boolean;

  @Field(() => Boolean)
  readonly internalBriefingRequired!: boolean;

  @Field(() => Int)
  readonly minReviewDimensions!: number;
}

@ObjectType('ProgrammeVersion', { description: 'An edition of a programme; immutable once published.' })
export class ProgrammeVersionType {
  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => [TierType])
  readonly tiers!: readonly TierType[];

  @Field(() => [RequirementType])
  readonly requirements!: readonly RequirementType[];

  @Field(() => ProgrammeRulesType)
  readonly rules!: ProgrammeRulesType;

  @Field(() => Boolean, { description: 'Takes no new enrolments.' })
  readonly retired!: boolean;
}

/** A partner programme with its draft and its published versions. */
@ObjectType({ description: 'The tiers and requirements for one category of partners.' })
export class PartnerProgramme {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => String, { description: 'Name of the newest version.' })
  readonly name!: string;

  @Field(() => ProgrammeVersionType, { nullable: true })
  readonly draft?: ProgrammeVersionType;

  @Field(() => [ProgrammeVersionType], { description: 'The published versions, oldest first.' })
  readonly versions!: readonly ProgrammeVersionType[];

  @Indexed()
  @Field(() => Boolean, { description: 'Has a version that takes new enrolments.' })
  readonly open!: boolean;

  @Indexed()
  @Field(() => LocalDate)
  readonly draftedOn!: string;

  @Field(() => Int, { description: 'Revision of its stream; usable as expectedRevision.' })
  readonly revision!: number;
}
