import { InputType } from '@nestjs/graphql';
import { BooleanField, EnumField, IntField, ObjectField, ReferenceField } from '#graphql';
import type { ResultAttribution, ResultKind } from '../../../domain/events/results.js';
import { ResultAttributionEnum, ResultKindEnum } from '../../../graphql-enums.js';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { MoneyInput } from '../../../inputs/money.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class RecordBusinessResultInput extends PartnershipCommandInput {
  @EnumField(ResultKindEnum)
  readonly kind!: ResultKind;

  @EnumField(ResultAttributionEnum)
  readonly attribution!: ResultAttribution;

  @ObjectField(() => MoneyInput, { optional: true })
  readonly revenue?: MoneyInput;

  @ObjectField(() => MoneyInput, { optional: true })
  readonly margin?: MoneyInput;

  @BooleanField()
  readonly newCustomer!: boolean;

  @IntField({ min: 1, optional: true, description: 'How many deals, projects or references it is; 1 unless given.' })
  readonly quantity?: number;

  @ReferenceField({ description: 'The customer’s id in another system, never a name.' })
  readonly customerRef!: string;

  @ReferenceField({ optional: true, description: 'The result’s id in another system: one result per reference.' })
  readonly externalRef?: string;

  @ObjectField(() => FileRefInput, { optional: true })
  readonly fileRef?: FileRefInput;
}
