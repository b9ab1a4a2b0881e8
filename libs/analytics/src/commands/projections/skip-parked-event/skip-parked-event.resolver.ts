import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { SkipParkedEventCommand } from './skip-parked-event.handler.js';
import { SkipParkedEventInput } from './skip-parked-event.input.js';

export const SkipParkedEventResolver = projectionMutation({
  name: 'skipParkedEvent',
  description: 'Passes over the event at which a document is parked, for this document, now and in every rebuild.',
  input: SkipParkedEventInput,
  message: SkipParkedEventCommand,
  records: ['ParkedEventSkipped'],
});
