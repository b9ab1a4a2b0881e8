import { InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, IdField, ObjectField, TextField } from '#graphql';
import type { Authority, DeclarationForm } from '../../../domain/end-vocabulary.js';
import { AuthorityEnum, DeclarationFormEnum } from '../../../graphql-enums.js';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

const isTermsHash = Matches(/^[0-9a-f]{64}$/, {
  message: '$property must be the termsHash of the proposal: 64 hexadecimal digits in lower case',
});

@InputType()
export class AcceptMutualTerminationInput extends PartnershipCommandInput {
  @IdField('tpr')
  readonly proposalId!: string;

  @TextField(isTermsHash, { description: 'The fingerprint of the terms that the accepting side has read.' })
  readonly termsHash!: string;

  @EnumField(SideEnum, { description: 'The side that accepts.' })
  readonly side!: Side;

  @IdField('prs', { description: 'The person of that side who declares it.' })
  readonly declaredBy!: string;

  @DateField({ optional: true, description: 'The day of the declaration; by default occurredOn, or today.' })
  readonly declaredOn?: string;

  @EnumField(AuthorityEnum)
  readonly authority!: Authority;

  @EnumField(DeclarationFormEnum)
  readonly form!: DeclarationForm;

  @ObjectField(() => FileRefInput, {
    optional: true,
    description:
      'The document it rests on; needed when the own side records it for the partner, or after the deadline.',
  })
  readonly fileRef?: FileRefInput;
}
