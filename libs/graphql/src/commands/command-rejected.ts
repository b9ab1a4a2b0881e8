import { Field, ObjectType } from '@nestjs/graphql';
import type { Rejected } from '#event-sourcing';
import { RejectionCode } from './rejection-codes.js';

/** One reason inside a refusal. */
@ObjectType('RejectionDetail', { description: 'One reason inside a refusal.' })
export class RejectionDetailType {
  @Field(() => String, { description: 'Machine-readable, for example CONTACT_MISSING_PARTNER.' })
  readonly code!: string;

  @Field(() => String, { description: 'A sentence for people.' })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: 'The input field it is about, for example terms.endsOn.' })
  readonly path?: string;
}

/** An expected refusal. */
@ObjectType({ description: 'The command was refused; nothing was written.' })
export class CommandRejected {
  @Field(() => RejectionCode)
  readonly code!: string;

  @Field(() => String, { description: 'What is wrong and the way out.' })
  readonly message!: string;

  @Field(() => [RejectionDetailType])
  readonly details!: readonly RejectionDetailType[];

  @Field(() => Boolean, { description: 'The same command may succeed when it is sent again unchanged.' })
  readonly retryable!: boolean;

  @Field(() => [String], { description: 'What the present state accepts instead.' })
  readonly allowedCommands!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The present state, where it is the reason (INVALID_STATE).' })
  readonly currentState?: string;
}

/** Something the caller should know although the command was accepted. */
@ObjectType({ description: 'Something to know although the command was accepted.' })
export class CommandWarning {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly message!: string;
}

/** The API's form of a refusal. */
export function commandRejected({ rejection }: Rejected): CommandRejected {
  return Object.assign(new CommandRejected(), rejection);
}
