import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Indexed } from '#document-store';
import { LocalDate } from '#graphql';
import type { Side } from '../../domain/facts.js';
import type { Restriction } from '../../domain/person/restriction.js';
import { SideEnum } from '../../graphql-enums.js';

/** A contact person; name and addresses come from the vault when they are asked for. */
@ObjectType({ description: 'A contact person of one side. Personal data is kept apart from the history.' })
export class ContactPerson {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => SideEnum)
  readonly side!: Side;

  @Indexed()
  @Field(() => ID, { nullable: true, description: 'The partner company; null on the own side.' })
  readonly companyId?: string;

  @Field(() => String, { nullable: true, description: 'The name, or what stands for it after an erasure.' })
  readonly name?: string;

  @Field(() => String, { nullable: true, description: 'Function in the company.' })
  readonly title?: string;

  @Field(() => String, { nullable: true })
  readonly email?: string;

  @Field(() => String, { nullable: true })
  readonly phone?: string;

  @Field(() => String, { description: 'Legal basis of the processing, usually Art. 6 I f GDPR.' })
  readonly legalBasis!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When the person was informed (Art. 14 GDPR).' })
  readonly informationNoticeSentOn?: string;

  @Indexed()
  @Field(() => LocalDate)
  readonly registeredOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which the person no longer counts.' })
  readonly leftOn?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Until when a request for erasure has to be answered.' })
  readonly erasureDueOn?: string;

  @Indexed()
  @Field(() => Boolean)
  readonly erased!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Until when a duty keeps what is left.' })
  readonly restrictedUntil?: string;

  /** What only compliance and auditors may read, and until when. */
  readonly restrictions?: readonly Restriction[];

  @Field(() => Int, { description: 'Revision of its stream; usable as expectedRevision.' })
  readonly revision!: number;
}
