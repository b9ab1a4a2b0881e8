import { Inject, Injectable } from '@nestjs/common';
import { CommandRunner } from '#command-handling';
import type { ProgrammeVersionFacts } from './domain/programme-version.js';
import { programmeVersionFacts } from './domain/state.js';
import { ENROLMENTS, type Enrolments } from './enrolments.js';
import { programmeAggregate } from './programme-aggregate.js';

/** What decisions need to know of programmes: from their streams, as they stand at this moment. */
@Injectable()
export class ProgrammeFacts {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(ENROLMENTS) private readonly enrolments: Enrolments,
  ) {}

  /** A published version; `undefined` when there is none. */
  async version(programmeId: string, version: number): Promise<ProgrammeVersionFacts | undefined> {
    return programmeVersionFacts(await this.runner.state(programmeAggregate, programmeId), version);
  }

  openEnrolments(programmeId: string, version: number | undefined): Promise<number> {
    return this.enrolments.countOpen(programmeId, version);
  }
}
