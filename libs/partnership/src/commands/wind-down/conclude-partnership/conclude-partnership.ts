import { addMonths, type CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent, PartnershipEventNamed } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { TerminationState } from '../../../domain/state/termination.js';

/** Close a partnership whose agreed end has come and whose wind-down is done (domain.md 2.8, T14). */
export interface ConcludePartnership {
  /** The day on which it really ended: the agreed end or later. */
  readonly endedOn: CalendarDate;
  /** The exit review; unless given, the last one held, if any. */
  readonly exitReviewId?: string;
}

/** Months after the end in which a sales partner can claim compensation (§ 89b IV 2 HGB, domain.md 2.8). */
const RESIDUAL_CLAIMS_MONTHS = 12;

/**
 * Years for which the record of an ended partnership is kept: ten, the longest of the periods of § 147 III AO and § 257 IV
 * HGB (books and accounts 10, vouchers 8 since 2025, commercial letters 6 years; domain.md 2.10).
 */
const RETENTION_YEARS = 10;

/** Decides the conclusion. The event names both consents, what began the end, and until when claims and record last. */
export function concludePartnership(
  command: ConcludePartnership,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const refusal =
    refuseInState(state, 'ConcludePartnership') ??
    refuseBeforeOpening(state, command.endedOn) ??
    refuseBeforeEnd(command, state, context) ??
    refuseIncomplete(state) ??
    refuseUnknownReview(command, state);
  if (refusal !== undefined) return refusal;
  const { agreed } = state.termination;
  if (agreed === undefined) return notByMutualAgreement();
  return accepted<PartnershipEvent>({
    type: 'PartnershipTerminatedByMutualAgreement',
    occurredOn: command.endedOn,
    data: conclusion(command, state, agreed),
  });
}

function conclusion(
  { endedOn, exitReviewId: named }: ConcludePartnership,
  { lifecycle, windDown }: PartnershipState,
  { proposalId, initiatorSide, firstConsent, secondConsent }: NonNullable<TerminationState['agreed']>,
): PartnershipEventNamed<'PartnershipTerminatedByMutualAgreement'>['data'] {
  const exitReviewId = named ?? windDown.exitReviewIds.at(-1);
  return {
    endedOn,
    proposalId,
    consentOwn: firstConsent.side === 'OWN' ? firstConsent : secondConsent,
    consentPartner: firstConsent.side === 'PARTNER' ? firstConsent : secondConsent,
    groundHistory: windDown.groundHistory,
    initiatorSide,
    ...(exitReviewId === undefined ? {} : { exitReviewId }),
    ...(lifecycle.category === 'SALES' ? { residualClaimsUntil: addMonths(endedOn, RESIDUAL_CLAIMS_MONTHS) } : {}),
    retentionUntil: retentionUntil(endedOn),
  };
}

/** The last day of the retention: it runs from the end of the calendar year (§ 147 IV AO, § 257 V HGB). */
function retentionUntil(endedOn: CalendarDate): CalendarDate {
  return `${addMonths(endedOn, RETENTION_YEARS * 12).slice(0, 4)}-12-31`;
}

function refuseBeforeEnd(
  { endedOn }: ConcludePartnership,
  { windDown: { endsOn = endedOn } }: PartnershipState,
  { today }: DecisionContext,
): Rejected<'END_NOT_REACHED'> | undefined {
  if (endsOn <= endedOn && endsOn <= today) return undefined;
  const message = `The agreed end is ${endsOn}: conclude the partnership on that day or later, with endedOn from it on.`;
  return rejected('END_NOT_REACHED', message, { details: [{ code: 'END_NOT_REACHED', message, path: 'endedOn' }] });
}

function refuseIncomplete({ windDown }: PartnershipState): Rejected<'WIND_DOWN_INCOMPLETE'> | undefined {
  const missing = Object.values(windDown.items).filter(({ mandatory, status }) => mandatory && status === 'PENDING');
  if (missing.length === 0) return undefined;
  const kinds = missing.map(({ kind }) => kind).join(', ');
  return rejected('WIND_DOWN_INCOMPLETE', `Still to be done: ${kinds}. Complete or waive each of these items first.`, {
    details: missing.map(({ itemId, kind, ownerSide, dueOn }) => ({
      code: `ITEM_PENDING:${kind}`,
      message: `${itemId} (${kind}) of side ${ownerSide}, due on ${dueOn}, is neither done nor waived.`,
    })),
  });
}

function refuseUnknownReview(
  { exitReviewId }: ConcludePartnership,
  { windDown }: PartnershipState,
): Rejected<'VALIDATION_FAILED'> | undefined {
  if (exitReviewId === undefined || windDown.exitReviewIds.includes(exitReviewId)) return undefined;
  const message = `exitReviewId names ${exitReviewId}, which is no EXIT review held here: hold it first or leave the field out.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'NOT_AN_EXIT_REVIEW', message, path: 'exitReviewId' }],
  });
}

function notByMutualAgreement(): Rejected<'INVALID_STATE'> {
  return rejected(
    'INVALID_STATE',
    'No end by mutual agreement is recorded for this partnership, so it cannot be concluded.',
    { currentState: 'WINDING_DOWN' },
  );
}
