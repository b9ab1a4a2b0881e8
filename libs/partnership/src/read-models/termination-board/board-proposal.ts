import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { LocalDate } from '#graphql';
import { amountText } from '../../domain/amount-text.js';
import type { DeclarationForm } from '../../domain/end-vocabulary.js';
import type { TerminationTerms } from '../../domain/events/termination-fields.js';
import { CompensationAssessmentEnum, DeclarationFormEnum, HandoverTargetEnum } from '../../graphql-enums.js';

/** The terms of an offer as people read them before they answer. */
@ObjectType({ description: 'The terms of a proposal in short.' })
export class TermsSummary {
  @Field(() => LocalDate, { description: 'The last day of the partnership.' })
  readonly endsOn!: string;

  @Field(() => Int, { description: 'How many customers are handed over.' })
  readonly handoverCount!: number;

  @Field(() => HandoverTargetEnum)
  readonly handoverTarget!: TerminationTerms['customerHandover']['target'];

  @Field(() => String)
  readonly openDealsRule!: string;

  @Field(() => String)
  readonly finalSettlement!: string;

  @Field(() => String, { nullable: true, description: 'Decimal and currency: 12000.00 EUR.' })
  readonly finalSettlementAmount?: string;

  @Field(() => CompensationAssessmentEnum)
  readonly section89bAssessment!: TerminationTerms['compensationClause']['section89bAssessment'];

  @Field(() => String, { nullable: true, description: 'Decimal and currency: 12000.00 EUR.' })
  readonly compensationAmount?: string;

  @Field(() => Int)
  readonly confidentialityMonths!: number;

  @Field(() => String)
  readonly publicStatement!: string;

  @Field(() => String)
  readonly reasonCode!: string;

  @Field(() => DeclarationFormEnum)
  readonly form!: DeclarationForm;

  @Field(() => Int, { description: 'Wind-down items that replace the default of their kind.' })
  readonly agreedItems!: number;
}

/** An offer that waits for an answer. */
@ObjectType({ description: 'An offer to end the partnership that waits for an answer.' })
export class BoardProposal {
  @Field(() => ID)
  readonly proposalId!: string;

  @Field(() => SideEnum)
  readonly proposingSide!: Side;

  @Field(() => Int, { description: '1 for a fresh proposal, one more for each counter-proposal.' })
  readonly round!: number;

  @Field(() => LocalDate, { description: 'The last day on which it can be accepted.' })
  readonly acceptBy!: string;

  @Field(() => Boolean)
  readonly binding!: boolean;

  @Field(() => TermsSummary)
  readonly terms!: TermsSummary;

  @Field(() => String, { description: 'The fingerprint of the terms; an acceptance names it.' })
  readonly termsHash!: string;
}

/** The terms of an offer in short, for its row on the board. */
export function termsSummary(terms: TerminationTerms): TermsSummary {
  const { customerHandover, finalSettlement, compensationClause, windDownItems } = terms;
  const { endsOn, openDealsRule, confidentialityMonths, publicStatement, reasonCode, form } = terms;
  return {
    endsOn,
    handoverCount: customerHandover.count,
    handoverTarget: customerHandover.target,
    openDealsRule,
    finalSettlement: finalSettlement.text,
    ...(finalSettlement.amount === undefined ? {} : { finalSettlementAmount: amountText(finalSettlement.amount) }),
    section89bAssessment: compensationClause.section89bAssessment,
    ...(compensationClause.amount === undefined ? {} : { compensationAmount: amountText(compensationClause.amount) }),
    confidentialityMonths,
    publicStatement,
    reasonCode,
    form,
    agreedItems: windDownItems.length,
  };
}
