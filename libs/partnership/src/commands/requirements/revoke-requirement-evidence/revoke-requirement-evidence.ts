import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { notAfterToday } from '../../../domain/occurred-on.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { evidenceOf } from '../../../domain/state/requirements.js';

/** Makes a piece of evidence stop counting, as when the certified person leaves (domain.md 2.7). */
export interface RevokeRequirementEvidence {
  readonly evidenceId: string;
  /** First day on which it does not count, by default today; may be planned. */
  readonly from?: CalendarDate;
  readonly reason: string;
  readonly occurredOn?: CalendarDate;
}

/** Revokes evidence: `EVIDENCE_UNKNOWN`. Evidence that is revoked from that day or earlier stays as it is. */
export function revokeRequirementEvidence(
  command: RevokeRequirementEvidence,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { evidenceId, reason } = command;
  const from = command.from ?? command.occurredOn ?? context.today;
  const occurredOn = command.occurredOn ?? notAfterToday(from, context.today);
  const refusal = refuseInState(state, 'RevokeRequirementEvidence') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const evidence = evidenceOf(state.requirements, evidenceId);
  if (evidence === undefined)
    return rejected(
      'EVIDENCE_UNKNOWN',
      `There is no evidence ${evidenceId}: take the id from the partnership’s requirements.`,
    );
  if (evidence.revokedFrom !== undefined && evidence.revokedFrom <= from) return accepted();
  return accepted({ type: 'RequirementEvidenceRevoked', occurredOn, data: { evidenceId, from, reason } });
}
