import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartnershipCommand } from '../../../partnership-command.handler.js';
import { PartnershipFacts } from '../../../partnership-facts.adapter.js';
import { type OpeningOutcome, PartnershipOpening } from '../../../partnership-opening.adapter.js';
import { type ProposalFacts, proposePartnership } from './propose-partnership.js';
import type { ProposePartnershipInput } from './propose-partnership.input.js';

export class ProposePartnershipCommand extends PartnershipCommand<ProposePartnershipInput> {}

@CommandHandler(ProposePartnershipCommand)
export class ProposePartnershipHandler implements ICommandHandler<ProposePartnershipCommand> {
  constructor(
    @Inject(PartnershipOpening) private readonly opening: PartnershipOpening,
    @Inject(PartnershipFacts) private readonly facts: PartnershipFacts,
  ) {}

  execute({ input, request }: ProposePartnershipCommand): Promise<OpeningOutcome> {
    return this.opening.open(request, input, async (state, context) =>
      proposePartnership(input, state, context, await this.factsFor(input)),
    );
  }

  private async factsFor({ companyId, predecessorPartnershipId }: ProposePartnershipInput): Promise<ProposalFacts> {
    const companyKnown = await this.facts.companyKnown(companyId);
    const predecessorStatus =
      predecessorPartnershipId === undefined ? undefined : await this.opening.statusOf(predecessorPartnershipId);
    return { companyKnown, ...(predecessorStatus === undefined ? {} : { predecessorStatus }) };
  }
}
