import { Module } from '@nestjs/common';
import { declareRejections } from '#graphql';
import { DraftProgrammeHandler } from './commands/programme/draft-programme/draft-programme.handler.js';
import { DraftProgrammeResolver } from './commands/programme/draft-programme/draft-programme.resolver.js';
import { PublishProgrammeVersionHandler } from './commands/programme/publish-programme-version/publish-programme-version.handler.js';
import { PublishProgrammeVersionResolver } from './commands/programme/publish-programme-version/publish-programme-version.resolver.js';
import { RetireProgrammeHandler } from './commands/programme/retire-programme/retire-programme.handler.js';
import { RetireProgrammeResolver } from './commands/programme/retire-programme/retire-programme.resolver.js';
import { ReviseDraftHandler } from './commands/programme/revise-draft/revise-draft.handler.js';
import { ReviseDraftResolver } from './commands/programme/revise-draft/revise-draft.resolver.js';
import { programmeRejections } from './domain/rejections.js';
import { ProgrammeFacts } from './programme-facts.adapter.js';
import { PartnerProgrammeAcceptedResolver } from './programme-mutation.resolver.js';
import { partnerProgrammesList } from './read-models/partner-programmes/partner-programmes.resolver.js';

declareRejections(programmeRejections);

const commands = [
  PartnerProgrammeAcceptedResolver,
  DraftProgrammeHandler,
  DraftProgrammeResolver,
  ReviseDraftHandler,
  ReviseDraftResolver,
  PublishProgrammeVersionHandler,
  PublishProgrammeVersionResolver,
  RetireProgrammeHandler,
  RetireProgrammeResolver,
];

/** The programmes: drafts, published versions, retirement. */
@Module({ providers: [...commands, ...partnerProgrammesList, ProgrammeFacts], exports: [ProgrammeFacts] })
export class ProgrammeModule {}
