import { reportingCurrency } from '../../../domain/reporting-currency.js';
import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { RecordBusinessResultInput } from './record-business-result.input.js';
import { recordBusinessResult } from './record-business-result.js';

export class RecordBusinessResultCommand extends PartnershipCommand<RecordBusinessResultInput> {}

export const RecordBusinessResultHandler = partnershipHandler(RecordBusinessResultCommand, {
  decide: (command, state, context) => recordBusinessResult(command, state, context, { reportingCurrency }),
});
