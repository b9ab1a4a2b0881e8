import { InputType } from '@nestjs/graphql';
import {
  BooleanField,
  DateField,
  EnumField,
  FreeTextField,
  IdListField,
  InstantField,
  IntField,
  ObjectField,
} from '#graphql';
import type {
  CommunicationChannel,
  CommunicationDirection,
  CommunicationScope,
} from '../../../domain/events/communication.js';
import {
  CommunicationChannelEnum,
  CommunicationDirectionEnum,
  CommunicationScopeEnum,
} from '../../../graphql-enums.js';
import { FileRefInput } from '../../../inputs/file-ref.input.js';
import { PartnershipCommandInput } from '../../../inputs/partnership-command.input.js';

@InputType()
export class LogCommunicationInput extends PartnershipCommandInput {
  @DateField({ optional: true, description: 'By default the day of at, else today.' })
  readonly on?: string;

  @InstantField({ optional: true, description: 'The moment, where it is known.' })
  readonly at?: string;

  @EnumField(CommunicationChannelEnum)
  readonly channel!: CommunicationChannel;

  @EnumField(CommunicationDirectionEnum)
  readonly direction!: CommunicationDirection;

  @EnumField(CommunicationScopeEnum)
  readonly scope!: CommunicationScope;

  @BooleanField({ description: 'A real exchange; newsletters and automatic mails are not.' })
  readonly substantive!: boolean;

  @FreeTextField({ max: 300 })
  readonly topic!: string;

  @IdListField('prs', { max: 50 })
  readonly participants!: readonly string[];

  @FreeTextField()
  readonly summary!: string;

  @IntField({ min: 0, optional: true })
  readonly durationMinutes?: number;

  @ObjectField(() => FileRefInput, { optional: true })
  readonly fileRef?: FileRefInput;
}
