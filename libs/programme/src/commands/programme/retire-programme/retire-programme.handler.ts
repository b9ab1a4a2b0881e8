import { ProgrammeCommand, programmeHandler } from '../../../programme-command.handler.js';
import { retireProgramme } from './retire-programme.js';
import type { RetireProgrammeInput } from './retire-programme.input.js';

export class RetireProgrammeCommand extends ProgrammeCommand<RetireProgrammeInput> {}

export const RetireProgrammeHandler = programmeHandler(RetireProgrammeCommand, {
  facts: async (facts, { programmeId, version }) => ({
    openEnrolments: await facts.openEnrolments(programmeId, version),
  }),
  decide: retireProgramme,
});
