import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import { type PartnerCategory, PartnerCategoryEnum } from '#programme';
import type { AgreementTerm, AgreementState } from '../../domain/state/agreement.js';
import type { PeopleState } from '../../domain/state/people.js';
import type { RequirementsState } from '../../domain/state/requirements.js';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import { PartnershipStatusEnum } from '../../graphql-enums.js';

/** A precondition of activation that does not hold. */
@ObjectType({ description: 'A precondition of activation that does not hold today.' })
export class MissingPrecondition {
  @Field(() => String, { description: 'For example CONTACT_MISSING_PARTNER or REQUIREMENT_UNMET:NDA.' })
  readonly code!: string;

  @Field(() => SideEnum, { nullable: true, description: 'The side whose turn it is; null when it takes both.' })
  readonly side?: Side;

  @Field(() => String, { description: 'What is missing and the way out.' })
  readonly message!: string;
}

/**
 * What the partnership's own stream says about its preconditions. References of agreements are chosen by people, so they
 * stand as values: a document's field names may not be just anything.
 */
export interface GuardedChapters {
  readonly people: PeopleState;
  readonly agreements: readonly { readonly agreementRef: string; readonly versions: readonly AgreementTerm[] }[];
  readonly plans: AgreementState['plans'];
  readonly requirements: RequirementsState;
}

/** A partnership on its way to activation, or taken over active, with what is missing for it. */
@ObjectType({ description: 'A partnership that is not live yet, or was imported, and what is missing for activation.' })
@CompoundIndex(['managerId', 'openedOn'])
@CompoundIndex(['category', 'openedOn'])
@CompoundIndex(['state', 'openedOn'])
export class OnboardingRow {
  @Field(() => ID, { description: 'The partnership’s id.' })
  readonly id!: string;

  @Field(() => ID)
  readonly companyId!: string;

  @Field(() => String, { nullable: true, description: 'The legal name the company has now.' })
  readonly companyName?: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => PartnershipStatusEnum)
  readonly state!: PartnershipStatus;

  @Field(() => Boolean, { description: 'Taken over from another system.' })
  readonly imported!: boolean;

  @Indexed()
  @Field(() => LocalDate, { description: 'Proposed or imported on.' })
  readonly openedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When onboarding began.' })
  readonly begunOn?: string;

  @Field(() => Int, { nullable: true, description: 'Days since onboarding began; null when it has not.' })
  readonly stalledDays?: number;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'When it is meant to go live.' })
  readonly targetActivationOn?: string;

  @Indexed()
  @Field(() => ID, { nullable: true })
  readonly managerId?: string;

  @Field(() => ID, { nullable: true })
  readonly programmeId?: string;

  @Field(() => Int, { nullable: true })
  readonly programmeVersion?: number;

  @Field(() => [MissingPrecondition], { description: 'Everything that is missing today; nothing: it can go live.' })
  readonly missing?: readonly MissingPrecondition[];

  readonly chapters!: GuardedChapters;
}
