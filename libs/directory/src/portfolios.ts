/** What the directory asks of whoever knows the partnerships: the direction of imports forbids asking them directly. */
export interface Portfolios {
  /** The ids of the open partnerships a manager looks after, up to date at this moment. */
  openPartnershipsOf(managerId: string): Promise<readonly string[]>;
  /**
   * The last day on which what a person declared or signed has to be kept (domain.md 2.10); `undefined` when the person
   * declared no consent to an end and signed no agreement.
   */
  retentionOf(personId: string): Promise<string | undefined>;
}

/** Injection token of the {@link Portfolios}. */
export const PORTFOLIOS = Symbol('Portfolios');
