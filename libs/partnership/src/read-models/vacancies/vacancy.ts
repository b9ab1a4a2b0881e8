import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type CalendarDate, daysBetween } from '#calendar';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import { type PartnerCategory, PartnerCategoryEnum } from '#programme';
import type { ContactInterval } from '../../domain/state/people.js';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import { PartnershipStatusEnum } from '../../graphql-enums.js';
import type { Gap } from './gaps.js';

/** A side of an open partnership with the times in which it has no contact. The lists show it while it has none. */
@ObjectType({ description: 'A side of an open partnership that has no responsible contact now.' })
@CompoundIndex(['side', 'gap.from'])
@CompoundIndex(['managerId', 'gap.from'])
export class Vacancy {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Indexed()
  @Field(() => SideEnum)
  readonly side!: Side;

  @Field(() => ID)
  readonly companyId!: string;

  @Field(() => String, { nullable: true, description: 'The legal name the company has now.' })
  readonly companyName?: string;

  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => PartnershipStatusEnum)
  readonly state!: PartnershipStatus;

  @Indexed()
  @Field(() => ID, { nullable: true })
  readonly managerId?: string;

  @Field(() => LocalDate, { description: 'First day without a contact.' })
  readonly since?: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the successor, if one is named already.' })
  readonly until?: string;

  @Field(() => Int, { description: 'Days since then.' })
  readonly days?: number;

  /** From here on a contact is missed: the proposal, or the import. */
  readonly watchedFrom!: CalendarDate;
  readonly intervals!: readonly ContactInterval[];

  /** The latest time without a contact, planned ones included, and the one before it. */
  @Indexed('from')
  readonly gap?: Gap;

  @Indexed('from')
  readonly gapBefore?: Gap;
}

/** The row with the vacancy of that day. */
export function vacancyOn(row: Vacancy, date: CalendarDate): Vacancy {
  const gap = [row.gap, row.gapBefore].find(
    (one) => one !== undefined && one.from <= date && (one.until === undefined || date < one.until),
  );
  if (gap === undefined) return row;
  const { from, until } = gap;
  return { ...row, since: from, ...(until === undefined ? {} : { until }), days: daysBetween(from, date) };
}
