import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CompoundIndex, Indexed } from '#document-store';
import { Instant, LocalDate } from '#graphql';
import type {
  CommunicationChannel,
  CommunicationDirection,
  CommunicationScope,
} from '../../domain/events/communication.js';

import type { SealedText } from '#directory/domain';
import { CommunicationChannelEnum, CommunicationDirectionEnum, CommunicationScopeEnum } from '../../graphql-enums.js';

/** A person who took part in an exchange. */
@ObjectType({ description: 'A person who took part in an exchange.' })
export class CommunicationParticipant {
  @Field(() => ID)
  readonly personId!: string;

  @Field(() => String, { nullable: true, description: 'The name as far as the asker may see it.' })
  readonly name?: string;
}

/** A logged exchange as the timeline shows it. Its summary is kept sealed and opened when it is asked for. */
@ObjectType({ description: 'A logged exchange between the companies, or inside the own one.' })
@CompoundIndex(['partnershipId', 'on'])
export class CommunicationEntry {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => ID)
  readonly partnershipId!: string;

  @Indexed()
  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => Instant, { nullable: true, description: 'The moment, where it is known.' })
  readonly at?: string;

  @Indexed()
  @Field(() => CommunicationChannelEnum)
  readonly channel!: CommunicationChannel;

  @Indexed()
  @Field(() => CommunicationDirectionEnum)
  readonly direction!: CommunicationDirection;

  @Indexed()
  @Field(() => CommunicationScopeEnum)
  readonly scope!: CommunicationScope;

  @Indexed()
  @Field(() => Boolean, { description: 'A real exchange; newsletters and automatic mails are not.' })
  readonly substantive!: boolean;

  @Field(() => String)
  readonly topic!: string;

  @Field(() => [CommunicationParticipant])
  readonly participants!: readonly CommunicationParticipant[];

  @Field(() => Int, { nullable: true })
  readonly durationMinutes?: number;

  @Field(() => ID, { nullable: true, description: 'A document kept elsewhere.' })
  readonly documentId?: string;

  readonly sealedSummary!: SealedText;

  @Field(() => String, { nullable: true, description: 'Null when it was redacted.' })
  readonly summary?: string;
}
