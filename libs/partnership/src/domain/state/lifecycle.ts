import type { CalendarDate } from '#calendar';
import type { PartnerCategory } from '#programme/domain';
import type { PartnershipStatus } from '../vocabulary.js';
import type { ChapterFold } from './chapter-fold.js';

/** Where the partnership stands on its way from proposal to end (domain.md 2.2). */
export interface LifecycleState {
  /** `undefined` while the partnership does not exist. */
  readonly status: PartnershipStatus | undefined;
  readonly companyId: string;
  readonly category: PartnerCategory;
  /** `occurredOn` of the first event: nothing may be said to have happened before, unless imported (I-18). */
  readonly openedOn: CalendarDate;
  readonly imported: boolean;
  /** The programme version enrolled in (T3), with the tier once active. */
  readonly enrolment?: { readonly programmeId: string; readonly programmeVersion: number; readonly tier?: string };
  readonly activatedOn?: CalendarDate;
  /** The agreed or declared end while winding down, the real one afterwards. */
  readonly endsOn?: CalendarDate;
}

export const initialLifecycle: LifecycleState = {
  status: undefined,
  companyId: '',
  category: 'SALES',
  openedOn: '',
  imported: false,
};

export const foldLifecycle = {
  PartnershipProposed: (_, { data, occurredOn }) => ({
    status: 'PROSPECTIVE',
    companyId: data.companyId,
    category: data.category,
    openedOn: occurredOn,
    imported: false,
  }),
  PartnershipImported: (_, { data, occurredOn }) => ({
    status: data.openingState,
    companyId: data.companyId,
    category: data.category,
    openedOn: occurredOn,
    imported: true,
  }),
  OnboardingBegun: (state, { data }) => ({
    ...state,
    status: 'ONBOARDING',
    enrolment: { programmeId: data.programmeId, programmeVersion: data.programmeVersion },
  }),
  PartnershipOnboarded: (state, { data }) => ({
    ...state,
    status: 'ACTIVE',
    activatedOn: data.activatedOn,
    ...(state.enrolment === undefined ? {} : { enrolment: { ...state.enrolment, tier: data.tier } }),
  }),
  PartnershipAbandoned: (state) => ({ ...state, status: 'ABANDONED' }),
  WindDownBegun: (state, { data }) => ({ ...state, status: 'WINDING_DOWN', endsOn: data.endsOn }),
  PartnershipTerminatedByMutualAgreement: (state, { data }) => ({
    ...state,
    status: 'TERMINATED',
    endsOn: data.endedOn,
  }),
} satisfies ChapterFold<LifecycleState>;
