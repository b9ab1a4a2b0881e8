import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { ReactionRunner } from '#projections';
import { ReassignWhenAManagerIsDismissed } from './reactions/reassign-when-a-manager-is-dismissed/reassign-when-a-manager-is-dismissed.handler.js';
import { RelieveContactsWhenAPersonLeaves } from './reactions/relieve-contacts-when-a-person-leaves/relieve-contacts-when-a-person-leaves.handler.js';
import { RevokeCertificatesWhenTheirHolderLeaves } from './reactions/revoke-certificates-when-their-holder-leaves/revoke-certificates-when-their-holder-leaves.handler.js';

/** Registers what follows from events in partnerships, and reacts as long as the application runs. */
@Injectable()
export class PartnershipReactions implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(ReactionRunner) private readonly runner: ReactionRunner,
    @Inject(RelieveContactsWhenAPersonLeaves) private readonly relieve: RelieveContactsWhenAPersonLeaves,
    @Inject(RevokeCertificatesWhenTheirHolderLeaves) private readonly revoke: RevokeCertificatesWhenTheirHolderLeaves,
    @Inject(ReassignWhenAManagerIsDismissed) private readonly reassign: ReassignWhenAManagerIsDismissed,
  ) {}

  onModuleInit(): void {
    this.runner.register(this.relieve);
    this.runner.register(this.revoke);
    this.runner.register(this.reassign);
  }

  onApplicationBootstrap(): void {
    this.runner.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}
