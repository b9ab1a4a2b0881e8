import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '#event-sourcing';
import { ExpireProposalCommand } from '../../commands/termination/expire-proposal/expire-proposal.handler.js';
import { ConcernedPartnerships } from '../../concerned-partnerships.query.js';
import { followingCommand, refusalOf } from '../../following-command.adapter.js';
import { proposalsToExpire, type ProposalToExpire } from './proposals-to-expire.js';

const HOUR_MS = 3_600_000;

/**
 * Sends `ExpireProposal` for what nobody answered in time: at the start and every hour (domain.md 2.12). Coming late
 * changes nothing, since an acceptance is measured by its own date.
 */
@Injectable()
export class ExpireProposalsPastTheirDeadline implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('expire-proposals-past-their-deadline');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ConcernedPartnerships) private readonly partnerships: ConcernedPartnerships,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(this.runSoon, HOUR_MS);
    this.timer.unref();
    this.runSoon();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
  }

  /** Expires what is past its deadline today. A proposal that cannot be expired now is tried again in an hour. */
  async expireDue(): Promise<void> {
    const { today } = this.clock.now();
    const waiting = await this.partnerships.withAnswerDueBefore(today);
    for (const proposal of proposalsToExpire(waiting, today)) {
      if (this.stopping.signal.aborted) return;
      const refusal = await this.expire(proposal).catch(String);
      if (refusal !== undefined) this.logger.warn(`${proposal.proposalId} was not expired: ${refusal}`);
    }
  }

  private async expire(proposal: ProposalToExpire): Promise<string | undefined> {
    const request = followingCommand(`expire ${proposal.proposalId}`);
    return refusalOf(await this.commands.execute(new ExpireProposalCommand(proposal, request)));
  }

  /** One run after the other, however long one takes; what goes wrong is tried again with the next. */
  private readonly runSoon = (): void => {
    this.running = this.running
      .then(() => this.expireDue())
      .catch((error: unknown) => {
        this.logger.error(`The run was given up: ${String(error)}`);
      });
  };
}
