import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { BooleanField, DateField, EnumField, FreeTextField } from '#graphql';
import type { WindDownItemKind } from '../../../domain/end-vocabulary.js';
import { WindDownItemKindEnum } from '../../../graphql-enums.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class AddWindDownItemInput extends PartnershipCommandInput {
  @EnumField(WindDownItemKindEnum)
  readonly kind!: WindDownItemKind;

  @EnumField(SideEnum)
  readonly ownerSide!: Side;

  @DateField()
  readonly dueOn!: string;

  @BooleanField({
    optional: true,
    description: 'The conclusion waits for it; by default as for the default items of its kind.',
  })
  readonly mandatory?: boolean;

  @FreeTextField({ max: 500, optional: true })
  readonly note?: string;
}
