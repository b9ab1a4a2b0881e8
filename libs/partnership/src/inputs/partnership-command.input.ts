import { InputType } from '@nestjs/graphql';
import { CommandInput, IdField } from '#graphql';

/** What every command on an existing partnership names. */
@InputType({ isAbstract: true })
export abstract class PartnershipCommandInput extends CommandInput {
  @IdField('prt')
  readonly partnershipId!: string;
}
