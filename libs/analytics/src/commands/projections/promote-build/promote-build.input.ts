import { InputType } from '@nestjs/graphql';
import { ProjectionCommandInput } from '../../../inputs/projection-command.input.js';

@InputType()
export class PromoteBuildInput extends ProjectionCommandInput {}
