import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { badArgument, forbidden, MAX_PAGE, pageSize, type RequestContext } from '#graphql';
import { hasRole, type Role } from '#identity';
import { ProjectionDocumentPage } from './projection-document-page.js';
import { ProjectionDocumentsQuery } from './projection-documents.query.js';

/** Kept documents hold the ids of persons and users, which analysts are not shown. */
const READERS: readonly Role[] = ['AUDITOR', 'COMPLIANCE', 'HEAD_OF_PARTNERING'];

@ArgsType()
export class ProjectionDocumentsArgs {
  @Field(() => String, { description: 'The name of the projection.' })
  readonly projection!: string;

  @Field(() => Int, { defaultValue: MAX_PAGE, description: `At most ${String(MAX_PAGE)}.` })
  readonly first!: number;

  @Field(() => ID, { nullable: true, description: 'Only documents behind this id.' })
  readonly after?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these documents.' })
  readonly keys?: readonly string[] | null;
}

/** The documents of a projection, for verification. */
@Resolver()
export class ProjectionDocumentsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => ProjectionDocumentPage, {
    description: 'The documents of a projection as they are kept, for comparing them with the log (accord verify).',
  })
  projectionDocuments(
    @Args() { projection, first, after, keys }: ProjectionDocumentsArgs,
    @Context() { actor }: RequestContext,
  ): Promise<ProjectionDocumentPage> {
    if (!hasRole(actor, ...READERS)) throw forbidden(`Kept documents are for ${READERS.join(', ')}.`);
    if ((keys?.length ?? 0) > MAX_PAGE)
      throw badArgument('keys', `keys may name at most ${String(MAX_PAGE)} documents. Ask several times.`);
    const wanted = {
      first: pageSize('first', first, 'after'),
      ...(typeof after === 'string' ? { after } : {}),
      ...(keys === null || keys === undefined ? {} : { keys }),
    };
    return this.queries.execute(new ProjectionDocumentsQuery(projection, wanted));
  }
}
