import type { Type } from '@nestjs/common';
import { Inject } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { CommandMessageType, CommandOutcome, CommandRequest } from '#command-handling';
import { type EventSource, rejected, type Rejected } from '#event-sourcing';
import { type Actor, hasRole, type Role } from '#identity';
import type { RequestContext } from '../request-context.js';
import type { CommandInput } from './command-input.js';
import type { CommandResult } from './command-result.js';
import { newCommandId } from './new-command-id.js';
import { validatedInput } from './validated-input.js';

/** One mutation: a command of the domain, open to the GraphQL API. */
export interface CommandMutation<Input extends CommandInput, Document> {
  /** Its name in the API: the command's, in lower case. */
  readonly name: string;
  readonly description: string;
  readonly input: Type<Input>;
  /** The class of its bus message, which takes the input without the envelope's fields. */
  readonly message: new (input: never, request: CommandRequest) => Command<CommandOutcome<Document>>;
  readonly result: CommandResult<Document>;
  /** The event types that it may record: the event catalogue says so of each of them. */
  readonly records: readonly string[];
  /** Who may send it (domain.md 2.4); everybody else gets `FORBIDDEN`. */
  readonly roles: readonly Role[];
}

/** What the event catalogue tells of a command. */
export type DeclaredCommand = Pick<CommandMutation<CommandInput, unknown>, 'name' | 'records' | 'roles'>;

const declared = new WeakMap<object, DeclaredCommand>();

/** The command that a class opens to the API; `undefined` for every other class. */
export function commandOf(type: object): DeclaredCommand | undefined {
  return declared.get(type);
}

/** The resolver of a command: checks role and input, sends it over the CommandBus, and answers with the aggregate. */
export function commandMutation<Input extends CommandInput, Document extends object>(
  mutation: CommandMutation<Input, Document>,
): Type {
  const { result } = mutation;

  @Resolver()
  class CommandResolver {
    constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

    @Mutation(() => result.union as never, { name: mutation.name, description: mutation.description })
    async execute(
      @Args('input', { type: () => mutation.input }) raw: Input,
      @Context() context: RequestContext,
    ): Promise<object> {
      const refusal = refuseRole(mutation.roles, context.actor, mutation.name);
      if (refusal !== undefined) return result.answer(refusal);
      const checked = validatedInput(mutation.input, raw);
      if ('outcome' in checked) return result.answer(checked);
      const outcome = await this.send(checked.input, context);
      if (outcome.outcome === 'accepted') context.written = outcome.position;
      return result.answer(outcome);
    }

    private send(input: Input, context: RequestContext): Promise<CommandOutcome<Document>> {
      const { commandId = newCommandId(), expectedRevision, ...command } = input;
      const Message = mutation.message as unknown as CommandMessageType<object, Document>;
      return this.commands.execute(
        new Message(command, {
          commandId,
          correlationId: context.correlationId,
          causationId: commandId,
          actor: context.actor,
          source: sourceOf(context.actor),
          ...(expectedRevision === undefined ? {} : { expectedRevision: BigInt(expectedRevision) }),
        }),
      );
    }
  }
  Object.defineProperty(CommandResolver, 'name', { value: `${mutation.name}Resolver` });
  declared.set(CommandResolver, { name: mutation.name, records: mutation.records, roles: mutation.roles });
  return CommandResolver;
}

function refuseRole(roles: readonly Role[], actor: Actor, command: string): Rejected | undefined {
  if (hasRole(actor, ...roles)) return undefined;
  return rejected('FORBIDDEN', `${command} needs one of the roles ${roles.join(', ')}.`);
}

function sourceOf(actor: Actor): EventSource {
  return hasRole(actor, 'SYSTEM') ? 'IMPORT' : 'API';
}
