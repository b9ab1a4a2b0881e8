import { InputType } from '@nestjs/graphql';
import { DateField, IdField, LineField, ObjectField } from '#graphql';
import { DecimalField } from '../../../inputs/decimal-field.input.js';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class RecordRequirementEvidenceInput extends PartnershipCommandInput {
  @LineField({ max: 100, description: 'The requirement’s key, for example NDA.' })
  readonly key!: string;

  @DateField()
  readonly validFrom!: string;

  @DateField({ optional: true, description: 'Its last day.' })
  readonly validUntil?: string;

  @IdField('prs', { optional: true, description: 'Who holds a personal certificate.' })
  readonly holderPersonId?: string;

  @DecimalField({ optional: true, description: 'What was reached, where the requirement measures something.' })
  readonly value?: string;

  @ObjectField(() => FileRefInput)
  readonly fileRef!: FileRefInput;
}
