import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { recordAgreement } from './record-agreement.js';
import type { RecordAgreementInput } from './record-agreement.input.js';

export class RecordAgreementCommand extends PartnershipCommand<RecordAgreementInput> {}

export const RecordAgreementHandler = partnershipHandler(RecordAgreementCommand, { decide: recordAgreement });
