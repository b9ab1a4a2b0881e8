import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import { DateField, EnumField, IdField } from '#graphql';
import type { ContactReliefReason } from '../../../domain/vocabulary.js';
import { ContactReliefReasonEnum } from '../../../graphql-enums.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class RelieveContactInput extends PartnershipCommandInput {
  @EnumField(SideEnum)
  readonly side!: Side;

  @DateField({ optional: true, description: 'First day without the duty, today unless given; may be planned.' })
  readonly endsOn?: string;

  @EnumField(ContactReliefReasonEnum)
  readonly reason!: ContactReliefReason;

  @IdField('prs', { optional: true, description: 'Relieve only if it is this person.' })
  readonly personId?: string;
}
