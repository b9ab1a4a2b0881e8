import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { BooleanField, DateField, EnumField, IdField, ObjectField, PersonalLineField } from '#graphql';
import type { Authority } from '../domain/end-vocabulary.js';
import { AuthorityEnum } from '../graphql-enums.js';
import { FileRefInput } from './file-ref.input.js';
import { PartnershipCommandInput } from './partnership-command.input.js';
import { TerminationTermsInput } from './termination-terms.input.js';

/** What a proposal and a counter-proposal declare; it is at the same time the declaring side's consent. */
@InputType({ isAbstract: true })
export abstract class TerminationOfferInput extends PartnershipCommandInput {
  @EnumField(SideEnum, { description: 'The side that makes the offer.' })
  readonly side!: Side;

  @ObjectField(() => TerminationTermsInput)
  readonly terms!: TerminationTermsInput;

  @DateField({ description: 'The last day for an answer: 7 to 90 days after the offer.' })
  readonly acceptBy!: string;

  @IdField('prs', { description: 'The person of that side who declares it.' })
  readonly declaredBy!: string;

  @EnumField(AuthorityEnum)
  readonly authority!: Authority;

  @BooleanField({
    optional: true,
    description: 'Whether it can be taken back only with the other side’s agreement; no.',
  })
  readonly binding?: boolean;

  @PersonalLineField({
    optional: true,
    description: 'For side OWN: the user who asks for it; a head of partnering other than that one sends it.',
  })
  readonly requestedBy?: string;

  @ObjectField(() => FileRefInput, {
    optional: true,
    description: 'The document it rests on; needed when the own side records it for the partner.',
  })
  readonly fileRef?: FileRefInput;
}
