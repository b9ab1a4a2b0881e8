import { Inject, Injectable } from '@nestjs/common';
import { type CommandOutcome, type CommandRequest, CommandRunner } from '#command-handling';
import { Reservations } from '#directory';
import { type Decision, type DecisionContext, deriveId, refuseFuture } from '#event-sourcing';
import type { PartnerCategory } from '#programme';
import type { PartnershipEvent } from './domain/events.js';
import type { PartnershipState } from './domain/state.js';
import { isOpenStatus, type PartnershipStatus } from './domain/vocabulary.js';
import { partnershipAggregate } from './partnership-aggregate.js';
import type { Partnership } from './read-models/partnership-overview/partnership.js';

/** What became of opening a partnership. */
export type OpeningOutcome = CommandOutcome<Partnership>;

/** What no other open partnership may share (I-02). */
export interface PartnershipPlace {
  readonly companyId: string;
  readonly category: PartnerCategory;
}

/** Opens partnerships, one at a time per company and category (I-02). */
@Injectable()
export class PartnershipOpening {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(Reservations) private readonly reservations: Reservations,
  ) {}

  /**
   * Decides under the id that derives from the command, then reserves company and category for it: a command that the
   * decision refuses reserves nothing. `PARTNERSHIP_ALREADY_OPEN` while another open partnership has them.
   */
  open(
    request: CommandRequest,
    place: PartnershipPlace,
    decide: (state: PartnershipState, context: DecisionContext) => Promise<Decision<PartnershipEvent>>,
  ): Promise<OpeningOutcome> {
    const partnershipId = deriveId('prt', request.commandId);
    return this.runner.run(partnershipAggregate, partnershipId, request, async (state, context) => {
      const decision = refuseFuture(await decide(state, context), context.today);
      if (decision.outcome === 'rejected') return decision;
      return (await this.reservations.reserve(partnershipId, [this.reservationOf(place)], request)) ?? decision;
    });
  }

  /** Where a partnership stands; `undefined` when there is none with this id. */
  async statusOf(partnershipId: string): Promise<PartnershipStatus | undefined> {
    return (await this.runner.state(partnershipAggregate, partnershipId)).lifecycle.status;
  }

  private reservationOf({ companyId, category }: PartnershipPlace) {
    return {
      key: `${companyId}-${category}`,
      refusal: {
        code: 'PARTNERSHIP_ALREADY_OPEN' as const,
        message: `The company ${companyId} has an open partnership in the category ${category}: continue that one, or end it first.`,
      },
      holderIsOpen: async (holder: string): Promise<boolean | undefined> => {
        const status = await this.statusOf(holder);
        return status === undefined ? undefined : isOpenStatus(status);
      },
    };
  }
}
