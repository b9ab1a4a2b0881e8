import { InputType } from '@nestjs/graphql';
import { IntField } from '#graphql';

// The range 1 to 5 and "all five or none" are rules of the domain (I-10) with a rejection of their own.
const score = { min: -1_000, optional: true } as const;

@InputType({ description: 'The scores of one side, each from 1 to 5; all five or none.' })
export class ReviewScoresInput {
  @IntField(score)
  readonly strategicFit?: number;

  @IntField(score)
  readonly results?: number;

  @IntField(score)
  readonly delivery?: number;

  @IntField(score)
  readonly communication?: number;

  @IntField(score)
  readonly trust?: number;
}
