/** What the programmes ask of whoever knows the partnerships: the direction of imports forbids asking them directly. */
export interface Enrolments {
  /** How many open partnerships are enrolled in a programme: in one version of it, or in any. Up to date. */
  countOpen(programmeId: string, version: number | undefined): Promise<number>;
}

/** Injection token of the {@link Enrolments}. */
export const ENROLMENTS = Symbol('Enrolments');
