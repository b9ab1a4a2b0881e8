import { InputType } from '@nestjs/graphql';
import { IntField } from '#graphql';
import { ManagerCommandInput } from '../../../inputs/manager-command.input.js';

@InputType()
export class SetCapacityInput extends ManagerCommandInput {
  @IntField({ min: 0, max: 1000 })
  readonly capacity!: number;
}
