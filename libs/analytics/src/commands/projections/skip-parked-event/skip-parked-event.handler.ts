import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { skipParkedEvent } from './skip-parked-event.js';
import type { SkipParkedEventInput } from './skip-parked-event.input.js';

export class SkipParkedEventCommand extends ProjectionCommand<SkipParkedEventInput> {}

export const SkipParkedEventHandler = projectionHandler(SkipParkedEventCommand, skipParkedEvent);
