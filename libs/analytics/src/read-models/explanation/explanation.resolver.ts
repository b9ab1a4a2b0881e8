import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { badArgument, DEFAULT_PAGE, forbidden, MAX_PAGE, type RequestContext } from '#graphql';
import { hasRole } from '#identity';
import { ExplainedDocument, explainedEventType } from './explained-document.js';
import { ExplanationQuery } from './explanation.query.js';

/** How documents of read models came to be what they are. */
@Resolver()
export class ExplanationResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => ExplainedDocument, {
    description:
      'Which events made a document of a read model, or a field of it, what it is: who, when, why, from which command. ' +
      'For AUDITOR, HEAD_OF_PARTNERING and ANALYST.',
  })
  async explain(
    @Args('projection', { type: () => String, description: 'Its name: partnership-overview.' }) projection: string,
    @Args('key', { type: () => ID, description: "The document's id." }) key: string,
    @Args('field', { type: () => String, nullable: true, description: 'Only this field: contacts.0.personId.' })
    field: string | null,
    @Args('first', { type: () => Int, defaultValue: DEFAULT_PAGE, description: `At most ${String(MAX_PAGE)} events.` })
    first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Only events behind this position.' })
    after: string | null,
    @Context() { actor }: RequestContext,
  ): Promise<ExplainedDocument> {
    if (!hasRole(actor, 'AUDITOR', 'HEAD_OF_PARTNERING', 'ANALYST'))
      throw forbidden('Only AUDITOR, HEAD_OF_PARTNERING and ANALYST look into how a read model came about.');
    if (first < 1 || first > MAX_PAGE)
      throw badArgument('first', `first must be between 1 and ${String(MAX_PAGE)}. Page on with after.`);
    const wanted = { projection, key, ...(field === null ? {} : { field }), first, after: after ?? '' };
    const { events, ...rest } = await this.queries.execute(new ExplanationQuery(actor, wanted));
    return { ...rest, events: events.map(explainedEventType) };
  }
}
