/** What the directory asks of whoever knows the partnerships: the direction of imports forbids asking them directly. */
export interface Portfolios {
  /** The ids of the open partnerships a manager looks after, up to date at this moment. */
  openPartnershipsOf(managerId: string): Promise<readonly string[]>;
  /**
   * The last day on which what a person declared or signed has to be kept (domain.md 2.10); `undefined` when the person
   * declared no consent to an end and signed no agreement.
   */
  retentionOf(personId: string): Promise<string | undefined>;
  /** From the first to the last day of a person's duties as responsible contact; those who never had one are missing. */
  dutiesOf(personIds: Iterable<string>): Promise<ReadonlyMap<string, DutyPeriod>>;
}

/** When a person was a responsible contact; without `until` the last duty has no end yet. */
export interface DutyPeriod {
  readonly from: string;
  readonly until?: string;
}

/** Injection token of the {@link Portfolios}. */
export const PORTFOLIOS = Symbol('Portfolios');
