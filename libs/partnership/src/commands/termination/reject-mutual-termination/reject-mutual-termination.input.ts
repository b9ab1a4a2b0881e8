import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { EnumField, FreeTextField, IdField, ObjectField } from '#graphql';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class RejectMutualTerminationInput extends PartnershipCommandInput {
  @IdField('tpr')
  readonly proposalId!: string;

  @EnumField(SideEnum, { description: 'The side that declines.' })
  readonly side!: Side;

  @IdField('prs', { description: 'The person of that side who declares it.' })
  readonly declaredBy!: string;

  @FreeTextField({ max: 2000, optional: true })
  readonly reason?: string;

  @ObjectField(() => FileRefInput, {
    optional: true,
    description: 'The document it rests on; needed when the own side records it for the partner.',
  })
  readonly fileRef?: FileRefInput;
}
