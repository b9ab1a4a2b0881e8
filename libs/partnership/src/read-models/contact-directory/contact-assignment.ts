import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import type { ContactReliefReason } from '../../domain/vocabulary.js';
import { ContactReliefReasonEnum } from '../../graphql-enums.js';

/** A time in which a person is the responsible contact of a side; names are joined when they are asked for. */
@ObjectType({ description: 'A time in which a person is the responsible contact of a side of a partnership.' })
@CompoundIndex(['partnershipId', 'validFrom'])
@CompoundIndex(['personId', 'validFrom'])
@CompoundIndex(['side', 'validFrom'])
export class ContactAssignment {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => String, { nullable: true, description: 'The legal name the partner company has now.' })
  readonly companyName?: string;

  @Indexed()
  @Field(() => SideEnum)
  readonly side!: Side;

  @Indexed()
  @Field(() => ID)
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The name as far as the asker may see it.' })
  readonly name?: string;

  @Indexed()
  @Field(() => LocalDate, { description: 'First day of the duty.' })
  readonly validFrom!: string;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'First day without the duty; null while no end is set.' })
  readonly validUntil?: string;

  @Field(() => LocalDate, { nullable: true, description: 'When the person accepted the duty.' })
  readonly acceptedOn?: string;

  @Field(() => ContactReliefReasonEnum, { nullable: true, description: 'Why the duty ends.' })
  readonly endReason?: ContactReliefReason;
}
