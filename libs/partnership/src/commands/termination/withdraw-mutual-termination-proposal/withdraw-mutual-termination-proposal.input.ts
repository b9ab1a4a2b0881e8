import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, FreeTextField, IdField, ObjectField } from '#graphql';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType({ description: 'That the other side lets a binding offer go: who declared it, when, in which document.' })
export class OtherSideAgreementInput {
  @IdField('prs')
  readonly personId!: string;

  @DateField()
  readonly declaredOn!: string;

  @ObjectField(() => FileRefInput)
  readonly fileRef!: FileRefInput;
}

@InputType()
export class WithdrawMutualTerminationProposalInput extends PartnershipCommandInput {
  @IdField('tpr')
  readonly proposalId!: string;

  @EnumField(SideEnum, { description: 'The side that made the offer.' })
  readonly side!: Side;

  @IdField('prs', { description: 'The person of that side who declares it.' })
  readonly declaredBy!: string;

  @FreeTextField({ max: 2000 })
  readonly reason!: string;

  @ObjectField(() => FileRefInput, {
    optional: true,
    description: 'The document it rests on; needed when the own side records it for the partner.',
  })
  readonly fileRef?: FileRefInput;

  @ObjectField(() => OtherSideAgreementInput, { optional: true, description: 'Needed to take back a binding offer.' })
  readonly otherSideAgreement?: OtherSideAgreementInput;
}
