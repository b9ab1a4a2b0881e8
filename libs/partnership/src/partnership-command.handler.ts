import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandMessage, type CommandMessageType, type CommandOutcome, CommandRunner } from '#command-handling';
import { type ManagerFacts, TEXT_VAULT, type TextVault } from '#directory';
import { type Decision, type DecisionContext, rejected, type Rejected } from '#event-sourcing';
import { type Actor, hasRole, maySeePartnership } from '#identity';
import type { PartnershipEvent } from './domain/events.js';
import type { PartnershipState } from './domain/state.js';
import { partnerManagerOn } from './domain/state/people.js';
import { partnershipAggregate } from './partnership-aggregate.js';
import { PartnershipFacts } from './partnership-facts.adapter.js';
import type { Partnership } from './read-models/partnership-overview/partnership.js';

/** A command that answers with the partnership: `class HoldReviewCommand extends PartnershipCommand<HoldReviewInput> {}`. */
export abstract class PartnershipCommand<Input> extends CommandMessage<Input, Partnership> {}

/** How a command on an existing partnership is carried out; a slice declares only what is its own. */
export interface PartnershipCommandHandling<Command, Facts> {
  /** Fetches what the decision needs of other streams, for the state it will decide on. */
  readonly facts?: (
    facts: PartnershipFacts,
    command: Command,
    state: PartnershipState,
    today: string,
  ) => Promise<Facts>;
  readonly decide: (
    command: Command,
    state: PartnershipState,
    context: DecisionContext,
    facts: Facts,
  ) => Decision<PartnershipEvent>;
}

/** For commands whose input is not yet the command: free texts have to be sealed, or fields take another form. */
export interface Preparation<Input, Command> {
  readonly prepare: (input: Omit<Input, 'partnershipId'>, texts: TextVault) => Promise<Command>;
}

/**
 * The handler of a command on an existing partnership: is it the actor's, then facts, then decision.
 * `partnershipHandler(ScheduleReviewCommand, { decide: scheduleReview })`
 */
export function partnershipHandler<Input extends { readonly partnershipId: string }, Command, Facts = undefined>(
  message: CommandMessageType<Input, Partnership>,
  handling: PartnershipCommandHandling<Command, Facts> & Preparation<Input, Command>,
): Type<ICommandHandler>;
export function partnershipHandler<Input extends { readonly partnershipId: string }, Facts = undefined>(
  message: CommandMessageType<Input, Partnership>,
  handling: PartnershipCommandHandling<Omit<Input, 'partnershipId'>, Facts>,
): Type<ICommandHandler>;
export function partnershipHandler<Input extends { readonly partnershipId: string }, Command, Facts>(
  message: CommandMessageType<Input, Partnership>,
  handling: PartnershipCommandHandling<Command, Facts> & Partial<Preparation<Input, Command>>,
): Type<ICommandHandler> {
  @CommandHandler(message)
  class Handler {
    constructor(
      @Inject(CommandRunner) private readonly runner: CommandRunner,
      @Inject(PartnershipFacts) private readonly facts: PartnershipFacts,
      @Inject(TEXT_VAULT) private readonly texts: TextVault,
    ) {}

    async execute({ input, request }: CommandMessage<Input, Partnership>): Promise<CommandOutcome<Partnership>> {
      const { partnershipId, ...rest } = input;
      if (!maySeePartnership(request.actor, partnershipId)) return foreign();
      const command = (await handling.prepare?.(rest, this.texts)) ?? (rest as Command);
      return this.runner.run(partnershipAggregate, partnershipId, request, async (state, context) => {
        const refusal = await this.refuseOutsidePortfolio(request.actor, state, context.today);
        if (refusal !== undefined) return refusal;
        const facts = (await handling.facts?.(this.facts, command, state, context.today)) as Facts;
        return handling.decide(command, state, context, facts);
      });
    }

    /** A partner manager acts on the own portfolio, or as the deputy of an absent colleague (domain.md 2.4, 2.6). */
    private async refuseOutsidePortfolio(
      actor: Actor,
      state: PartnershipState,
      today: string,
    ): Promise<Rejected | undefined> {
      const managerId = partnerManagerOn(state.people, today) ?? state.people.managers.at(0)?.managerId;
      if (managerId === undefined || !isBoundToPortfolio(actor)) return undefined;
      const manager = await this.facts.manager(managerId);
      if (manager === undefined || manager.userId === actor.userId) return undefined;
      const deputyId = deputyOn(manager, today);
      const deputy = deputyId === undefined ? undefined : await this.facts.manager(deputyId);
      return deputy?.userId === actor.userId ? undefined : outsidePortfolio();
    }
  }
  Object.defineProperty(Handler, 'name', { value: message.name.replace(/Command$/, 'Handler') });
  return Handler;
}

function isBoundToPortfolio(actor: Actor): boolean {
  return (
    hasRole(actor, 'PARTNER_MANAGER') && !hasRole(actor, 'HEAD_OF_PARTNERING', 'EXECUTIVE', 'COMPLIANCE', 'SYSTEM')
  );
}

function deputyOn(manager: ManagerFacts, today: string): string | undefined {
  return manager.absences.find(({ from, until }) => from <= today && (until === undefined || today < until))
    ?.deputyManagerId;
}

function foreign(): Rejected {
  return rejected('FORBIDDEN', 'This partnership is not one of those you represent.');
}

function outsidePortfolio(): Rejected {
  return rejected(
    'FORBIDDEN',
    'This partnership is in the portfolio of another partner manager. Ask for a handover, or for a deputyship.',
  );
}
