import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner } from '#command-handling';
import { IN_FLIGHT_MS } from './in-flight.js';
import { personAggregate } from './person-aggregate.js';
import { type DuplicatePerson, PERSON_VAULT, type PersonVault } from './vault/person-vault.js';

/** Persons whom the vault holds although their registration was never recorded: the process died between the two. */
@Injectable()
export class AbandonedRegistrations {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
  ) {}

  /**
   * Asks the vault, and once more when the one who has the mail address never came to be (ADR 0018): that person is forgotten
   * first. One who was stored less than a minute before `now` may still be on the way and keeps the address.
   */
  async settle<Answer extends { readonly outcome: string }>(
    ask: () => Promise<Answer | DuplicatePerson>,
    now: string,
  ): Promise<Answer | DuplicatePerson> {
    const answer = await ask();
    return isDuplicate(answer) && (await this.discarded(answer, now)) ? ask() : answer;
  }

  private async discarded({ personId, storedAt }: DuplicatePerson, now: string): Promise<boolean> {
    if (Date.parse(now) - Date.parse(storedAt) < IN_FLIGHT_MS) return false;
    const { person } = await this.runner.state(personAggregate, personId);
    return person === undefined && (await this.vault.discard(personId, storedAt));
  }
}

function isDuplicate(answer: { readonly outcome: string }): answer is DuplicatePerson {
  return answer.outcome === 'DUPLICATE';
}
