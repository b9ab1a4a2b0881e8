import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import type { WindDownItemKind } from '../../domain/end-vocabulary.js';
import type { WindDownItemStatus } from '../../domain/termination-board-states.js';
import { WindDownItemKindEnum, WindDownItemStatusEnum } from '../../graphql-enums.js';

/** A thing to be done between the agreed end and the conclusion. */
@ObjectType('WindDownItem', { description: 'A thing to be done between the agreed end and the conclusion.' })
export class BoardItem {
  @Field(() => ID)
  readonly itemId!: string;

  @Field(() => WindDownItemKindEnum)
  readonly kind!: WindDownItemKind;

  @Field(() => WindDownItemStatusEnum)
  readonly status!: WindDownItemStatus;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => SideEnum)
  readonly ownerSide!: Side;

  @Field(() => Boolean, { description: 'The conclusion waits for it.' })
  readonly mandatory!: boolean;

  @Field(() => String, { nullable: true })
  readonly note?: string;

  @Field(() => LocalDate, { nullable: true })
  readonly doneOn?: string;

  @Field(() => Int, { nullable: true, description: 'Days since it was due; 0 unless it is pending and late.' })
  readonly overdueDays?: number;
}

/** What the events say of a new item. */
export type NewItem = Pick<BoardItem, 'itemId' | 'kind' | 'ownerSide' | 'dueOn' | 'mandatory'> & {
  readonly note?: string;
};

/** An item that is still to be done. */
export function pendingItem({ itemId, kind, ownerSide, dueOn, mandatory, note }: NewItem): BoardItem {
  return { itemId, kind, status: 'PENDING', dueOn, ownerSide, mandatory, ...(note === undefined ? {} : { note }) };
}
