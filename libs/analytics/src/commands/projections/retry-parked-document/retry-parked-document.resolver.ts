import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { RetryParkedDocumentCommand } from './retry-parked-document.handler.js';
import { RetryParkedDocumentInput } from './retry-parked-document.input.js';

export const RetryParkedDocumentResolver = projectionMutation({
  name: 'retryParkedDocument',
  description: 'Folds a parked document again, as far as the log reaches.',
  input: RetryParkedDocumentInput,
  message: RetryParkedDocumentCommand,
  records: ['ParkedDocumentRetried'],
});
