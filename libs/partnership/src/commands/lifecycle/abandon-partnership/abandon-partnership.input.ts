import { InputType } from '@nestjs/graphql';
import { EnumField, FreeTextField } from '#graphql';
import type { AbandonReason } from '../../../domain/vocabulary.js';
import { AbandonReasonEnum } from '../../../graphql-enums.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class AbandonPartnershipInput extends PartnershipCommandInput {
  @EnumField(AbandonReasonEnum)
  readonly reasonCode!: AbandonReason;

  @FreeTextField({ description: 'Why, in a sentence.' })
  readonly note!: string;
}
