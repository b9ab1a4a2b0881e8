import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner } from '#command-handling';
import { companyAggregate } from './company-aggregate.js';
import type { ManagerFacts, PersonFacts } from './domain/facts.js';
import { managerFacts } from './domain/manager/state.js';
import { personFacts } from './domain/person/state.js';
import { managerAggregate } from './manager-aggregate.js';
import { personAggregate } from './person-aggregate.js';
import { PORTFOLIOS, type Portfolios } from './portfolios.js';

/** What decisions need to know of companies, persons and managers: from their streams, as they stand at this moment. */
@Injectable()
export class DirectoryFacts {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(PORTFOLIOS) private readonly portfolios: Portfolios,
  ) {}

  async companyKnown(companyId: string): Promise<boolean> {
    return (await this.runner.state(companyAggregate, companyId)).company !== undefined;
  }

  async person(personId: string): Promise<PersonFacts | undefined> {
    return personFacts(await this.runner.state(personAggregate, personId));
  }

  async manager(managerId: string): Promise<ManagerFacts | undefined> {
    return managerFacts(await this.runner.state(managerAggregate, managerId));
  }

  /** The managers that exist, by id. */
  async managers(managerIds: Iterable<string>): Promise<Readonly<Record<string, ManagerFacts>>> {
    const found = await Promise.all([...new Set(managerIds)].map((managerId) => this.manager(managerId)));
    return Object.fromEntries(found.filter((manager) => manager !== undefined).map((one) => [one.managerId, one]));
  }

  openPartnershipsOf(managerId: string): Promise<readonly string[]> {
    return this.portfolios.openPartnershipsOf(managerId);
  }

  /** How many open partnerships each of the managers looks after, by id. */
  async loadsOf(managerIds: Iterable<string>): Promise<Readonly<Record<string, number>>> {
    const loads = [...new Set(managerIds)].map(
      async (managerId) => [managerId, (await this.openPartnershipsOf(managerId)).length] as const,
    );
    return Object.fromEntries(await Promise.all(loads));
  }

  retentionOf(personId: string): Promise<string | undefined> {
    return this.portfolios.retentionOf(personId);
  }
}
