import type { CalendarDate } from '#calendar';
import type { AgreementVersion } from '../events/agreement.js';
import type { ChapterFold } from './chapter-fold.js';

/** What decisions need of an agreement's version. */
export type AgreementTerm = Pick<
  AgreementVersion,
  'version' | 'signedOn' | 'startsOn' | 'endsOn' | 'autoRenewMonths' | 'noticeMonths' | 'noticeToMonthEnd'
>;

/** An adopted relationship plan. `endsOn` is the last day of its objectives, absent when it has none. */
export interface AdoptedPlan {
  readonly version: number;
  readonly adoptedOn: CalendarDate;
  readonly endsOn?: CalendarDate;
  readonly hasExitStrategy: boolean;
}

/** What decisions need to know of: the signed contract and the relationship plan. */
export interface AgreementState {
  /** The versions of each agreement in the order they were recorded, by agreement reference. */
  readonly agreements: Readonly<Record<string, readonly AgreementTerm[]>>;
  /** In the order of their versions. */
  readonly plans: readonly AdoptedPlan[];
}

export const initialAgreement: AgreementState = { agreements: {}, plans: [] };

export const foldAgreement = {
  AgreementRecorded: (state, { data }) => withVersion(state, data),
  AgreementAmended: (state, { data }) => withVersion(state, data),
  AgreementRenewed: (state, { data }) => withVersion(state, data),
  RelationshipPlanAdopted: (state, { occurredOn, data }) => {
    const endsOn = data.objectives
      .map(({ to }) => to)
      .sort()
      .at(-1);
    const adopted: AdoptedPlan = {
      version: data.planVersion,
      adoptedOn: occurredOn,
      ...(endsOn === undefined ? {} : { endsOn }),
      hasExitStrategy: (data.exitStrategy?.triggers.length ?? 0) > 0,
    };
    return { ...state, plans: [...state.plans, adopted] };
  },
} satisfies ChapterFold<AgreementState>;

/** The versions of an agreement, oldest first; none when the reference is not recorded. */
export function agreementVersions(state: AgreementState, agreementRef: string): readonly AgreementTerm[] {
  return Object.hasOwn(state.agreements, agreementRef) ? (state.agreements[agreementRef] ?? []) : [];
}

function withVersion(state: AgreementState, data: AgreementVersion): AgreementState {
  const { agreementRef, version, signedOn, startsOn, endsOn, autoRenewMonths, noticeMonths, noticeToMonthEnd } = data;
  const term: AgreementTerm = {
    version,
    signedOn,
    startsOn,
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(autoRenewMonths === undefined ? {} : { autoRenewMonths }),
    noticeMonths,
    noticeToMonthEnd,
  };
  const versions = [...agreementVersions(state, agreementRef), term];
  return { ...state, agreements: { ...state.agreements, [agreementRef]: versions } };
}
