import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Indexed } from '#document-store';
import { LocalDate } from '#graphql';

@ObjectType({ description: 'A time in which a partner manager is away.' })
export class AbsenceType {
  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day of return; null while it is not known.' })
  readonly until?: string;

  @Field(() => ID, { nullable: true, description: 'Without a deputy nobody is in charge.' })
  readonly deputyManagerId?: string;
}

/** A partner manager of the own company. */
@ObjectType({ description: 'A user of the own company who looks after partnerships.' })
export class PartnerManager {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => String, { description: 'The user id at the identity provider.' })
  readonly userId!: string;

  @Field(() => Int, { description: 'Partnerships the manager can look after.' })
  readonly capacity!: number;

  @Field(() => [AbsenceType])
  readonly absences!: readonly AbsenceType[];

  @Indexed()
  @Field(() => Boolean, { description: 'Appointed and not dismissed.' })
  readonly active!: boolean;

  @Indexed()
  @Field(() => LocalDate)
  readonly appointedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly dismissedOn?: string;

  @Field(() => Int, { description: 'Revision of its stream; usable as expectedRevision.' })
  readonly revision!: number;
}
