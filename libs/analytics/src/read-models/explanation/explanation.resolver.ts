import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#graphql';
import { askExplanation, ExplainArgs } from './ask-explanation.query.js';
import { ExplainedDocument } from './explained-document.js';

/** How documents of read models came to be what they are. */
@Resolver()
export class ExplanationResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => ExplainedDocument, {
    description:
      'Which events made a document of a read model, or a field of it, what it is: who, when, why, from which command. ' +
      'For AUDITOR, HEAD_OF_PARTNERING and ANALYST.',
  })
  explain(
    @Args('projection', { type: () => String, description: 'Its name: partnership-overview.' }) projection: string,
    @Args('key', { type: () => ID, description: "The document's id." }) key: string,
    @Args() args: ExplainArgs,
    @Context() { actor }: RequestContext,
  ): Promise<ExplainedDocument> {
    return askExplanation(this.queries, actor, { projection, key }, args);
  }
}
