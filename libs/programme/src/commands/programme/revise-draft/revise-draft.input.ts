import { InputType } from '@nestjs/graphql';
import { IdField } from '#graphql';
import { ProgrammeContentInput } from '../../../inputs/programme-content.input.js';

@InputType()
export class ReviseDraftInput extends ProgrammeContentInput {
  @IdField('prg')
  readonly programmeId!: string;
}
