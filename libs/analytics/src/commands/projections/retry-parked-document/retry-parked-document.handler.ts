import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { retryParkedDocument } from './retry-parked-document.js';
import type { RetryParkedDocumentInput } from './retry-parked-document.input.js';

export class RetryParkedDocumentCommand extends ProjectionCommand<RetryParkedDocumentInput> {}

export const RetryParkedDocumentHandler = projectionHandler(RetryParkedDocumentCommand, retryParkedDocument);
