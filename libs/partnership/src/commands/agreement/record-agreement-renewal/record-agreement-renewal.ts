import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import {
  type AgreementTerms,
  nextVersion,
  refuseTerms,
  refuseUnknownAgreement,
  refuseSignatories,
  type SignatoryFacts,
} from '../../../domain/agreement-terms.js';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Prolongs an agreement (domain.md 2.7): the whole new version with the term that follows. */
export type RecordAgreementRenewal = AgreementTerms;

/** Records the agreement's next version; the old one stays. `AGREEMENT_UNKNOWN` when there is none. */
export function recordAgreementRenewal(
  command: RecordAgreementRenewal,
  state: PartnershipState,
  context: DecisionContext,
  facts: SignatoryFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? command.signedOn;
  return (
    refuseInState(state, 'RecordAgreementRenewal') ??
    refuseUnknownAgreement(state, command.agreementRef) ??
    refuseTerms(command, context.today) ??
    refuseSignatories(command, state, facts) ??
    refuseBeforeOpening(state, occurredOn) ??
    accepted({ type: 'AgreementRenewed', occurredOn, data: nextVersion(state, command) })
  );
}
