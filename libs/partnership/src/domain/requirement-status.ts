import { addDays, type CalendarDate, daysBetween } from '#calendar';
import type { Requirement } from '#programme/domain';

/** A piece of evidence for a requirement. `validUntil` is its last day; from `revokedFrom` on it does not count. */
export interface Evidence {
  readonly evidenceId: string;
  readonly requirementKey: string;
  readonly validFrom: CalendarDate;
  readonly validUntil?: CalendarDate;
  /** A decimal: reported service level, customer rating, result. */
  readonly value?: string;
  readonly holderPersonId?: string;
  readonly revokedFrom?: CalendarDate;
}

/** A release from a requirement from a day up to and including another. */
export interface Waiver {
  readonly requirementKey: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** What a requirement is judged by. */
export interface RequirementBasis {
  readonly evidence: readonly Evidence[];
  readonly waivers: readonly Waiver[];
  /** True when a recorded agreement is in force on the day. */
  readonly agreementInForce: boolean;
  /** The relationship plan adopted last by the day. */
  readonly plan?: { readonly version: number; readonly adoptedOn: CalendarDate; readonly endsOn?: CalendarDate };
}

/** Whether a requirement holds on a day (domain.md 2.2, derived). GRACE counts half, WAIVED as met. */
export type RequirementStatus =
  | {
      readonly status: 'MET';
      /** The last day on which it still holds; absent while open-ended. */ readonly until?: CalendarDate;
    }
  | { readonly status: 'WAIVED'; readonly until: CalendarDate }
  | { readonly status: 'GRACE'; /** 1 on the day after the last valid one. */ readonly graceDay: number }
  | { readonly status: 'UNMET' };

/** The key of the DOCUMENT requirement that a recorded agreement meets as well as evidence does. */
export const AGREEMENT_REQUIREMENT_KEY = 'AGREEMENT';

/** A time that counts for a requirement; an open end is later than every date. */
interface Span {
  readonly holder?: string;
  readonly from: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly value?: number;
}

const OPEN_END = '9999-12-31';

/**
 * Whether a requirement is MET, WAIVED, in GRACE or UNMET on a day (domain.md 2.5): a pure function of what was recorded.
 * Evidence counts up to and including its last day, and half for `graceDays` more; revoked evidence has no grace.
 */
export function requirementStatusOn(
  requirement: Requirement,
  basis: RequirementBasis,
  date: CalendarDate,
): RequirementStatus {
  const lastDay = lastDayOf(requirement, spansOf(requirement, basis, date), date);
  if (lastDay === OPEN_END) return { status: 'MET' };
  if (lastDay !== undefined && date <= lastDay) return { status: 'MET', until: lastDay };
  const waiver = basis.waivers.find(
    ({ requirementKey, from, until }) => requirementKey === requirement.key && from <= date && date <= until,
  );
  if (waiver !== undefined) return { status: 'WAIVED', until: waiver.until };
  const graceDay = lastDay === undefined ? Infinity : daysBetween(lastDay, date);
  return graceDay <= requirement.graceDays ? { status: 'GRACE', graceDay } : { status: 'UNMET' };
}

/** The last day on which evidence counts, by its own end or by the requirement's `validityDays`; `undefined` is open-ended. */
export function lastValidDay(
  evidence: Pick<Evidence, 'validFrom' | 'validUntil'>,
  requirement: Pick<Requirement, 'validityDays'>,
): CalendarDate | undefined {
  if (evidence.validUntil !== undefined) return evidence.validUntil;
  const { validityDays } = requirement;
  return validityDays === undefined ? undefined : addDays(evidence.validFrom, validityDays - 1);
}

/** What has begun by the day and is not revoked on it: evidence, and what stands in for it. */
function spansOf(requirement: Requirement, basis: RequirementBasis, date: CalendarDate): readonly Span[] {
  const evidence = basis.evidence
    .filter(
      ({ requirementKey, revokedFrom }) =>
        requirementKey === requirement.key && !(revokedFrom !== undefined && revokedFrom <= date),
    )
    .map((piece): Span => ({
      from: piece.validFrom,
      lastDay: lastValidDay(piece, requirement) ?? OPEN_END,
      ...(piece.holderPersonId === undefined ? {} : { holder: piece.holderPersonId }),
      ...(piece.value === undefined ? {} : { value: Number(piece.value) }),
    }));
  return [...evidence, ...agreementSpan(requirement, basis, date), ...planSpan(requirement, basis)].filter(
    ({ from }) => from <= date,
  );
}

function agreementSpan(
  { kind, key }: Requirement,
  { agreementInForce }: RequirementBasis,
  date: CalendarDate,
): readonly Span[] {
  const stands = kind === 'DOCUMENT' && key === AGREEMENT_REQUIREMENT_KEY && agreementInForce;
  return stands ? [{ from: date, lastDay: OPEN_END }] : [];
}

function planSpan(requirement: Requirement, { plan }: RequirementBasis): readonly Span[] {
  if (requirement.kind !== 'PLAN' || plan === undefined) return [];
  const { adoptedOn, endsOn } = plan;
  const period = { validFrom: adoptedOn, ...(endsOn === undefined ? {} : { validUntil: endsOn }) };
  return [{ from: adoptedOn, lastDay: lastValidDay(period, requirement) ?? OPEN_END }];
}

/** The last day on which the spans together fulfil the requirement, in the past if they no longer do. */
function lastDayOf(requirement: Requirement, spans: readonly Span[], date: CalendarDate): CalendarDate | undefined {
  const { threshold } = requirement;
  switch (requirement.kind) {
    case 'DOCUMENT':
    case 'CERTIFICATION':
    case 'VALIDATION':
    case 'NAMED_ROLE':
      return nthLastDay(onePerHolder(spans), threshold ?? 1);
    case 'PLAN':
      return nthLastDay(spans, 1);
    case 'SERVICE_LEVEL':
      return nthLastDay(
        spans.filter(({ value }) => value !== undefined && value >= (threshold ?? 0)),
        1,
      );
    case 'RATING_MIN':
      return lastDayTogether(spans, date, (values) => isRated(requirement, values));
    case 'RESULT_MIN':
      return lastDayTogether(spans, date, (values) => sum(values) >= (threshold ?? 0));
  }
}

/** Certificates are personal: one holder counts once, with the certificate that lasts longest. */
function onePerHolder(spans: readonly Span[]): readonly Span[] {
  return spans.filter(
    (span, index) =>
      span.holder === undefined ||
      !spans.some(
        (other, at) =>
          other.holder === span.holder &&
          (other.lastDay > span.lastDay || (other.lastDay === span.lastDay && at < index)),
      ),
  );
}

/** With `count` spans needed, they suffice as long as the one that ends `count`-th from behind. */
function nthLastDay(spans: readonly Span[], count: number): CalendarDate | undefined {
  const lastDays = spans.map(({ lastDay }) => lastDay).sort();
  return count < 1 ? OPEN_END : lastDays.at(-count);
}

/** For values that count together: those valid on the day, or, when none is, those that were the last to end. */
function lastDayTogether(
  spans: readonly Span[],
  date: CalendarDate,
  suffices: (values: readonly number[]) => boolean,
): CalendarDate | undefined {
  const measured = spans.filter(({ value }) => value !== undefined);
  const valid = measured.filter(({ lastDay }) => date <= lastDay);
  const latest = nthLastDay(measured, 1);
  const counted = valid.length > 0 ? valid : measured.filter(({ lastDay }) => lastDay === latest);
  const values = counted.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (values.length === 0 || !suffices(values)) return undefined;
  return counted.map(({ lastDay }) => lastDay).sort()[0];
}

/** The mean is high enough, over as many projects as the requirement asks for. */
function isRated({ threshold = 0, minCount = 1 }: Requirement, values: readonly number[]): boolean {
  return values.length >= minCount && sum(values) / values.length >= threshold;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
