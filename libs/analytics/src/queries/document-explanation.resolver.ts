import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { documentKeyOf, type RequestContext } from '#graphql';
import type { DefinedProjection } from '../define-projection.js';
import { askExplanation, ExplainArgs } from '../read-models/explanation/ask-explanation.query.js';
import { ExplainedDocument } from '../read-models/explanation/explained-document.js';

/** Streams are read for each document that is explained: a request may have some explained, not a whole page. */
const COST = 1_000;

/** The field `explain` of the documents of a projection: which events made this one what it is. */
export function documentExplanation(type: string, projection: DefinedProjection): Type {
  @Resolver(() => projection.document)
  class DocumentExplanationResolver {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @ResolveField(() => ExplainedDocument, {
      complexity: COST,
      description:
        'Which events made this document, or a field of it, what it is now. For AUDITOR, HEAD_OF_PARTNERING and ANALYST.',
    })
    explain(
      @Parent() document: object,
      @Args() args: ExplainArgs,
      @Context() { actor }: RequestContext,
    ): Promise<ExplainedDocument> {
      const key = documentKeyOf(document) ?? '';
      return askExplanation(this.queries, actor, { projection: projection.name, key }, args);
    }
  }
  Object.defineProperty(DocumentExplanationResolver, 'name', { value: `${type}ExplanationResolver` });
  return DocumentExplanationResolver;
}
