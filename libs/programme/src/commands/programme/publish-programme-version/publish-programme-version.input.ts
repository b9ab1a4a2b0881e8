import { InputType } from '@nestjs/graphql';
import { ProgrammeCommandInput } from '../../../inputs/programme-content.input.js';

@InputType()
export class PublishProgrammeVersionInput extends ProgrammeCommandInput {}
