import { InputType } from '@nestjs/graphql';
import { LineField, ReferenceField } from '#graphql';
import { ProjectionCommandInput } from '../../../inputs/projection-command.input.js';

@InputType()
export class SkipParkedEventInput extends ProjectionCommandInput {
  @ReferenceField({ max: 500, description: 'The id of the document, as `parkedDocuments` lists it.' })
  readonly key!: string;

  @LineField({ max: 500, description: 'Why the document may be without this event; auditors read it.' })
  readonly reason!: string;
}
