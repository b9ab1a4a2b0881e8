import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import type { Requirement } from '#programme/domain';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { type RequirementFacts, requirementOf, requirementUnknown } from '../../../domain/enrolled-requirement.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import { type KnownPersons, refuseUnknownPersons } from '../../../domain/person-of-side.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import { lastValidDay } from '../../../domain/requirement-status.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { FileRef } from '../../../domain/vocabulary.js';

/** Records a document or record that shows a requirement is met (domain.md 2.7). `validUntil` is its last day. */
export interface RecordRequirementEvidence {
  readonly key: string;
  readonly validFrom: CalendarDate;
  readonly validUntil?: CalendarDate;
  readonly holderPersonId?: string;
  /** A decimal; needed where the requirement measures something (RESULT_MIN, RATING_MIN, SERVICE_LEVEL). */
  readonly value?: string;
  readonly fileRef: FileRef;
  /** The day it is handed in, by default today; it may have been valid long before. */
  readonly occurredOn?: CalendarDate;
}

/** What recording evidence needs of other places: the programme, and the holder of a certificate. */
export interface EvidenceFacts extends RequirementFacts {
  readonly persons: KnownPersons;
}

/** Records evidence: `REQUIREMENT_UNKNOWN`, `NOT_FOUND` for a holder nobody registered, `EVIDENCE_EXPIRED` when its last day lies before the day it is handed in. */
export function recordRequirementEvidence(
  command: RecordRequirementEvidence,
  state: PartnershipState,
  context: DecisionContext,
  facts: EvidenceFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { key, occurredOn = context.today, ...evidence } = command;
  const refusal = refuseInState(state, 'RecordRequirementEvidence') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const requirement = requirementOf(facts, key);
  if (requirement === undefined) return requirementUnknown(facts, key);
  return (
    refuseEvidence(command, requirement, occurredOn) ??
    refuseHolder(command, facts.persons) ??
    accepted({
      type: 'RequirementEvidenceRecorded',
      occurredOn,
      data: { evidenceId: context.newId('evd'), requirementKey: key, ...evidence },
    })
  );
}

function refuseEvidence(
  evidence: RecordRequirementEvidence,
  requirement: Requirement,
  occurredOn: CalendarDate,
): Rejected<'VALIDATION_FAILED' | 'EVIDENCE_EXPIRED'> | undefined {
  const { validFrom, validUntil, value } = evidence;
  if (validUntil !== undefined && validUntil < validFrom)
    return invalid('validUntil', 'ENDS_BEFORE_START', `${validUntil} lies before ${validFrom}: give its last day.`);
  if (value === undefined && isMeasured(requirement))
    return invalid('value', 'VALUE_MISSING', `${requirement.key} is measured: give the number that was reached.`);
  const lastDay = lastValidDay(evidence, requirement);
  if (lastDay === undefined || lastDay >= occurredOn) return undefined;
  return rejected(
    'EVIDENCE_EXPIRED',
    `The evidence expired on ${lastDay}: hand in one that is valid on ${occurredOn}.`,
  );
}

function refuseHolder(
  { holderPersonId }: RecordRequirementEvidence,
  persons: KnownPersons,
): Rejected<'NOT_FOUND'> | undefined {
  if (holderPersonId === undefined) return undefined;
  return refuseUnknownPersons(persons, [{ personId: holderPersonId, path: 'holderPersonId' }]);
}

function isMeasured({ kind }: Requirement): boolean {
  return kind === 'RESULT_MIN' || kind === 'RATING_MIN' || kind === 'SERVICE_LEVEL';
}

function invalid(path: string, code: string, rule: string): Rejected<'VALIDATION_FAILED'> {
  const message = `${path}: ${rule}`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code, message, path }] });
}
