import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { Uuid } from '../scalars.js';
import { DateField, IntField } from './input-fields.js';

/** What every command carries besides its own fields (domain.md 2.7). */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => Uuid, {
    nullable: true,
    description: 'The same id is the same command: sent again, it gets the same answer. UUID v7 recommended.',
  })
  @IsOptional()
  @IsUUID()
  readonly commandId?: string;

  @IntField({
    min: -1,
    optional: true,
    description: 'The revision you decided on; refused as CONCURRENCY_CONFLICT if the stream has moved on.',
  })
  readonly expectedRevision?: number;

  @DateField({ optional: true, description: 'The day it happened; today unless given, never later.' })
  readonly occurredOn?: string;
}
