import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { DirectoryFacts, type ManagerFacts, type PersonFacts, sides } from '#directory';
import { ProgrammeFacts, type ProgrammeVersionFacts } from '#programme';
import { ProjectionEngine } from '#projections';
import type { ActivationFacts, GuardedState } from './domain/activation-guard.js';
import type { ManagerNamingFacts } from './domain/manager-capacity.js';
import type { PartnershipState } from './domain/state.js';
import { partnerManagerOn, responsibleContactOn } from './domain/state/people.js';
import { openStatuses } from './domain/vocabulary.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';

/** Fetches what partnership decisions need of other streams, each as it stands at this moment. */
@Injectable()
export class PartnershipFacts {
  constructor(
    @Inject(DirectoryFacts) private readonly directory: DirectoryFacts,
    @Inject(ProgrammeFacts) private readonly programmes: ProgrammeFacts,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
  ) {}

  companyKnown(companyId: string): Promise<boolean> {
    return this.directory.companyKnown(companyId);
  }

  person(personId: string): Promise<PersonFacts | undefined> {
    return this.directory.person(personId);
  }

  /** The persons that exist, by id. */
  async persons(personIds: Iterable<string>): Promise<Readonly<Record<string, PersonFacts>>> {
    const found = await Promise.all([...new Set(personIds)].map((personId) => this.person(personId)));
    return Object.fromEntries(
      found.filter((person) => person !== undefined).map((person) => [person.personId, person]),
    );
  }

  manager(managerId: string): Promise<ManagerFacts | undefined> {
    return this.directory.manager(managerId);
  }

  /** The managers that exist, by id. */
  managers(managerIds: Iterable<string>): Promise<Readonly<Record<string, ManagerFacts>>> {
    return this.directory.managers(managerIds);
  }

  /** What naming a partner manager needs. */
  async managerNaming(managerId: string): Promise<ManagerNamingFacts> {
    const [manager, openPartnerships] = await Promise.all([
      this.manager(managerId),
      this.openPartnershipsOf(managerId),
    ]);
    return { manager, openPartnerships };
  }

  /** What the activation guard needs of other streams for a day. */
  async activation(state: GuardedState, date: CalendarDate): Promise<ActivationFacts> {
    const contacts = sides.flatMap((side) => responsibleContactOn(state.people, side, date) ?? []);
    const managerId = partnerManagerOn(state.people, date);
    const [persons, manager, programme] = await Promise.all([
      this.persons(contacts),
      managerId === undefined ? undefined : this.manager(managerId),
      this.enrolledProgramme(state),
    ]);
    return { persons, manager, programme };
  }

  /** The programme version the partnership is enrolled in; `undefined` before its enrolment. */
  async enrolledProgramme({
    lifecycle: { enrolment },
  }: Pick<PartnershipState, 'lifecycle'>): Promise<ProgrammeVersionFacts | undefined> {
    return enrolment === undefined
      ? undefined
      : this.programmeVersion(enrolment.programmeId, enrolment.programmeVersion);
  }

  programmeVersion(programmeId: string, version: number): Promise<ProgrammeVersionFacts | undefined> {
    return this.programmes.version(programmeId, version);
  }

  /** The days between two reviews of the tier the partnership is in; `undefined` while it has none. */
  async cadenceDays(state: PartnershipState): Promise<number | undefined> {
    const programme = await this.enrolledProgramme(state);
    return programme?.version.tiers.find(({ key }) => key === state.lifecycle.enrolment?.tier)?.cadenceDays;
  }

  /** How many open partnerships a manager has, as far as the read model knows: capacity is a soft limit. */
  openPartnershipsOf(managerId: string): Promise<number> {
    return this.engine.collection(partnershipOverview).count({ managerId, state: { $in: openStatuses } });
  }
}
