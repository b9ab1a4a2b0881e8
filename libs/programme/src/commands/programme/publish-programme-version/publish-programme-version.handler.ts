import { ProgrammeCommand, programmeHandler } from '../../../programme-command.handler.js';
import { publishProgrammeVersion } from './publish-programme-version.js';
import type { PublishProgrammeVersionInput } from './publish-programme-version.input.js';

export class PublishProgrammeVersionCommand extends ProgrammeCommand<PublishProgrammeVersionInput> {}

export const PublishProgrammeVersionHandler = programmeHandler(PublishProgrammeVersionCommand, {
  decide: publishProgrammeVersion,
});
