import { InputType } from '@nestjs/graphql';
import { ReferenceField } from '#graphql';
import { ProjectionCommandInput } from '../../../inputs/projection-command.input.js';

@InputType()
export class RetryParkedDocumentInput extends ProjectionCommandInput {
  @ReferenceField({ max: 500, description: 'The id of the document, as `parkedDocuments` lists it.' })
  readonly key!: string;
}
