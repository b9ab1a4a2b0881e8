import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { TakeProjectionBackCommand } from './take-projection-back.handler.js';
import { TakeProjectionBackInput } from './take-projection-back.input.js';

export const TakeProjectionBackResolver = projectionMutation({
  name: 'takeProjectionBack',
  description: 'Lets the build before the last switch be read again, as long as its grace time runs.',
  input: TakeProjectionBackInput,
  message: TakeProjectionBackCommand,
  records: ['ProjectionTakenBack'],
});
