import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CompoundIndex, Indexed } from '#document-store';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import type { TerminationBoardState } from '../../domain/termination-board-states.js';
import { TerminationBoardStateEnum } from '../../graphql-enums.js';
import { BoardProposal } from './board-proposal.js';
import { BoardConsent } from './board-consent.js';
import { BoardItem } from './board-item.js';

/**
 * What is under way towards the end of one partnership. The document is gone when nothing is: the proposal was declined,
 * withdrawn or expired. A concluded partnership stays.
 */
@ObjectType({
  description: 'What is under way towards the end of one partnership: an open proposal, or the wind-down.',
})
@CompoundIndex(['state', 'endsOn'])
@CompoundIndex(['state', 'proposal.acceptBy'])
export class TerminationCase {
  @Field(() => ID)
  readonly partnershipId!: string;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => String, { nullable: true, description: 'The legal name the partner company has now.' })
  readonly companyName?: string;

  @Indexed()
  @Field(() => TerminationBoardStateEnum)
  readonly state!: TerminationBoardState;

  @Indexed('acceptBy')
  @Indexed('proposingSide')
  @Field(() => BoardProposal, { nullable: true, description: 'The offer that waits for an answer.' })
  readonly proposal?: BoardProposal;

  @Field(() => Int, {
    nullable: true,
    description: 'Days until the last day for an answer: 0 is today, negative that it has passed.',
  })
  readonly daysToAnswer?: number;

  @Field(() => SideEnum, { nullable: true, description: 'The side whose answer is outstanding.' })
  readonly answerDueFrom?: Side;

  @Field(() => BoardConsent, { nullable: true, description: 'Of the own side, to the open or agreed terms.' })
  readonly consentOwn?: BoardConsent;

  @Field(() => BoardConsent, { nullable: true, description: 'Of the partner, to the open or agreed terms.' })
  readonly consentPartner?: BoardConsent;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'The agreed end; the real one once it has ended.' })
  readonly endsOn?: string;

  @Field(() => [BoardItem], { description: 'What remains to be done, or remained, in the order in which it arose.' })
  readonly items!: readonly BoardItem[];
}
