import { InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { type Side, SideEnum } from '#directory';
import {
  BooleanField,
  DateField,
  EnumField,
  FreeTextField,
  IntField,
  ObjectField,
  ObjectListField,
  TextField,
} from '#graphql';
import type { DeclarationForm, WindDownItemKind } from '../domain/end-vocabulary.js';
import type { TerminationTerms } from '../domain/events/termination-fields.js';
import {
  CompensationAssessmentEnum,
  DeclarationFormEnum,
  HandoverTargetEnum,
  WindDownItemKindEnum,
} from '../graphql-enums.js';
import { MoneyInput } from './money.input.js';

const isReasonCode = Matches(/^[A-Z][A-Z_]{1,59}$/, {
  message: '$property must be a code in capital letters and underscores: STRATEGY_DIVERGED',
});

@InputType({ description: 'A thing to be done before the conclusion; it replaces the default of its kind.' })
export class AgreedWindDownItemInput {
  @EnumField(WindDownItemKindEnum)
  readonly kind!: WindDownItemKind;

  @EnumField(SideEnum)
  readonly ownerSide!: Side;

  @DateField()
  readonly dueOn!: string;

  @BooleanField({ description: 'The conclusion waits for it.' })
  readonly mandatory!: boolean;

  @FreeTextField({ max: 500, optional: true })
  readonly note?: string;
}

@InputType({ description: 'What becomes of the customers both companies look after.' })
export class CustomerHandoverInput {
  @IntField({ min: 0 })
  readonly count!: number;

  @EnumField(HandoverTargetEnum)
  readonly target!: TerminationTerms['customerHandover']['target'];
}

@InputType({ description: 'How the accounts between the companies are settled.' })
export class FinalSettlementInput {
  @FreeTextField({ max: 2000 })
  readonly text!: string;

  @ObjectField(() => MoneyInput, { optional: true })
  readonly amount?: MoneyInput;
}

@InputType({ description: 'What is agreed on a compensation under § 89b HGB.' })
export class CompensationClauseInput {
  @EnumField(CompensationAssessmentEnum)
  readonly section89bAssessment!: TerminationTerms['compensationClause']['section89bAssessment'];

  @ObjectField(() => MoneyInput, { optional: true })
  readonly amount?: MoneyInput;
}

// That no term may be missing is a rule of the domain (TERMS_INCOMPLETE), which names every missing one at once.
const term = { optional: true } as const;

@InputType({ description: 'The terms of an end by mutual agreement; all of them, or the offer is refused.' })
export class TerminationTermsInput {
  @DateField({ ...term, description: 'The last day of the partnership.' })
  readonly endsOn?: string;

  @ObjectListField(() => AgreedWindDownItemInput, { ...term, max: 50, description: 'Empty: only the default items.' })
  readonly windDownItems?: readonly AgreedWindDownItemInput[];

  @ObjectField(() => CustomerHandoverInput, term)
  readonly customerHandover?: CustomerHandoverInput;

  @FreeTextField({ ...term, max: 2000, description: 'What happens to deals that are open on the last day.' })
  readonly openDealsRule?: string;

  @ObjectField(() => FinalSettlementInput, term)
  readonly finalSettlement?: FinalSettlementInput;

  @ObjectField(() => CompensationClauseInput, term)
  readonly compensationClause?: CompensationClauseInput;

  @IntField({ ...term, min: 0, max: 1200 })
  readonly confidentialityMonths?: number;

  @FreeTextField({ ...term, max: 2000, description: 'What both companies say in public.' })
  readonly publicStatement?: string;

  @TextField(isReasonCode, { ...term, description: 'Why, as a code: STRATEGY_DIVERGED.' })
  readonly reasonCode?: string;

  @EnumField(DeclarationFormEnum, { ...term, description: 'The form in which the offer is declared.' })
  readonly form?: DeclarationForm;
}
