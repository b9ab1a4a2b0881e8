import { Field, InputType } from '@nestjs/graphql';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { GraphQLSafeInt } from 'graphql-scalars';
import { DateField, LineField, TextField } from '#graphql';
import type { MoneyGiven } from '../domain/money.js';

const isCurrency = Matches(/^[A-Z]{3}$/, { message: '$property must be three capital letters (ISO 4217): EUR' });

@InputType({
  description: 'An amount; one in another than the reporting currency needs the rate that is frozen with it.',
})
export class MoneyInput implements MoneyGiven {
  // GraphQL's Int ends at 21 million euros.
  @Field(() => GraphQLSafeInt, { description: 'Hundredths of the currency’s unit; negative for a credit.' })
  @IsInt()
  @Min(Number.MIN_SAFE_INTEGER)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly amountCents!: number;

  @TextField(isCurrency, { description: 'ISO 4217.' })
  readonly currency!: string;

  @LineField({
    max: 30,
    optional: true,
    description: 'What one unit costs in the reporting currency, for example 0.912345.',
  })
  readonly fxRate?: string;

  @DateField({ optional: true, description: 'The day of the rate; by default the day of the event.' })
  readonly fxDate?: string;
}
