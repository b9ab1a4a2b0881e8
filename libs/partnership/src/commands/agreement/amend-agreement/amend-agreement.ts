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

/** Changes an agreement (domain.md 2.7): the whole new version, in force from its `startsOn`. */
export type AmendAgreement = AgreementTerms;

/** Records the agreement's next version; the old one stays. `AGREEMENT_UNKNOWN` when there is none. */
export function amendAgreement(
  command: AmendAgreement,
  state: PartnershipState,
  context: DecisionContext,
  facts: SignatoryFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? command.signedOn;
  return (
    refuseInState(state, 'AmendAgreement') ??
    refuseUnknownAgreement(state, command.agreementRef) ??
    refuseTerms(command, context.today) ??
    refuseSignatories(command, state, facts) ??
    refuseBeforeOpening(state, occurredOn) ??
    accepted({ type: 'AgreementAmended', occurredOn, data: nextVersion(state, command) })
  );
}
