import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import {
  type AgreementTerms,
  nextVersion,
  refuseTerms,
  refuseSignatories,
  type SignatoryFacts,
} from '../../../domain/agreement-terms.js';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { agreementVersions } from '../../../domain/state/agreement.js';

/** Records a signed agreement (domain.md 2.7). `reason` says why it was signed after it started. */
export type RecordAgreement = AgreementTerms;

/**
 * Records version 1 of an agreement: `SIGNED_AFTER_START_WITHOUT_REASON`. A reference that is recorded already is refused;
 * AmendAgreement and RecordAgreementRenewal make new versions of it.
 */
export function recordAgreement(
  command: RecordAgreement,
  state: PartnershipState,
  context: DecisionContext,
  facts: SignatoryFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? command.signedOn;
  return (
    refuseInState(state, 'RecordAgreement') ??
    refuseKnownAgreement(command, state) ??
    refuseTerms(command, context.today) ??
    refuseSignatories(command, state, facts) ??
    refuseBeforeOpening(state, occurredOn) ??
    refuseSignedLate(command) ??
    accepted({ type: 'AgreementRecorded', occurredOn, data: nextVersion(state, command) })
  );
}

function refuseKnownAgreement(
  { agreementRef }: RecordAgreement,
  state: PartnershipState,
): Rejected<'VALIDATION_FAILED'> | undefined {
  if (agreementVersions(state.agreement, agreementRef).length === 0) return undefined;
  const message = `agreementRef: ${agreementRef} is recorded already: use AmendAgreement or RecordAgreementRenewal.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'AGREEMENT_KNOWN', message, path: 'agreementRef' }],
  });
}

function refuseSignedLate({
  signedOn,
  startsOn,
  reason,
}: RecordAgreement): Rejected<'SIGNED_AFTER_START_WITHOUT_REASON'> | undefined {
  if (signedOn <= startsOn || reason !== undefined) return undefined;
  const message = `The agreement started on ${startsOn} and was signed on ${signedOn}: give the reason for that.`;
  return rejected('SIGNED_AFTER_START_WITHOUT_REASON', message, {
    details: [{ code: 'SIGNED_AFTER_START_WITHOUT_REASON', message, path: 'reason' }],
  });
}
