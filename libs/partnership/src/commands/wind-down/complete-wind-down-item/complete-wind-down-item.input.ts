import { InputType } from '@nestjs/graphql';
import { DateField, FreeTextField, IdField, ObjectField } from '#graphql';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class CompleteWindDownItemInput extends PartnershipCommandInput {
  @IdField('wdi')
  readonly itemId!: string;

  @DateField({ optional: true, description: 'By default occurredOn, or today.' })
  readonly doneOn?: string;

  @FreeTextField({ max: 2000, optional: true })
  readonly note?: string;

  @ObjectField(() => FileRefInput, { optional: true })
  readonly fileRef?: FileRefInput;

  @DateField({ optional: true, description: 'For a customer handover: the day on which the own side agreed to it.' })
  readonly consentOwn?: string;

  @DateField({ optional: true, description: 'For a customer handover: the day on which the partner agreed to it.' })
  readonly consentPartner?: string;
}
