import { programmeMutation } from '../../../programme-mutation.resolver.js';
import { RetireProgrammeCommand } from './retire-programme.handler.js';
import { RetireProgrammeInput } from './retire-programme.input.js';

export const RetireProgrammeResolver = programmeMutation({
  name: 'retireProgramme',
  description: 'Ends new enrolments in a programme.',
  input: RetireProgrammeInput,
  message: RetireProgrammeCommand,
  records: ['ProgrammeRetired'],
});
