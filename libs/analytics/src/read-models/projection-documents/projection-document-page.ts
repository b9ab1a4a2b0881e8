import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** A document of a projection as it is kept. */
@ObjectType({ description: 'A document of a projection as it is kept, names not joined.' })
export class ProjectionDocument {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => String, { description: 'Of the last event that changed it.' })
  readonly position!: string;

  @Field(() => String, { description: 'The document as JSON.' })
  readonly json!: string;
}

/** Some documents of the build that is read. */
@ObjectType({ description: 'Some documents of a projection, in the order of their ids.' })
export class ProjectionDocumentPage {
  @Field(() => Int, { description: 'The version of the code that built them.' })
  readonly version!: number;

  @Field(() => ID, { description: 'The build they are of: when it changes from one page to the next, begin again.' })
  readonly build!: string;

  @Field(() => [ProjectionDocument])
  readonly documents!: readonly ProjectionDocument[];

  @Field(() => Boolean, { description: 'More follow: ask again with the last id as after.' })
  readonly hasMore!: boolean;
}
