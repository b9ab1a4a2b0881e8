import type { QueryBus } from '@nestjs/cqrs';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { DEFAULT_PAGE, forbidden, MAX_PAGE, pageSize } from '#graphql';
import { type Actor, hasRole } from '#identity';
import { type ExplainedDocument, explainedEventType } from './explained-document.js';
import { ExplanationQuery } from './explanation.query.js';

/** What of a document is to be explained, and which page of it. */
@ArgsType()
export class ExplainArgs {
  @Field(() => String, { nullable: true, description: 'Only this field: contacts.0.personId.' })
  readonly field?: string | null;

  @Field(() => Int, { defaultValue: DEFAULT_PAGE, description: `At most ${String(MAX_PAGE)} events.` })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'Only events behind this position.' })
  readonly after?: string | null;
}

/** Asks which events made a document what it is. Throws `FORBIDDEN` and `BAD_USER_INPUT`. */
export async function askExplanation(
  queries: QueryBus,
  actor: Actor,
  document: { readonly projection: string; readonly key: string },
  { field, first, after }: ExplainArgs,
): Promise<ExplainedDocument> {
  if (!hasRole(actor, 'AUDITOR', 'HEAD_OF_PARTNERING', 'ANALYST'))
    throw forbidden('Only AUDITOR, HEAD_OF_PARTNERING and ANALYST look into how a read model came about.');
  const wanted = {
    ...document,
    ...(typeof field === 'string' ? { field } : {}),
    first: pageSize('first', first, 'after'),
    after: after ?? '',
  };
  const { events, ...rest } = await queries.execute(new ExplanationQuery(actor, wanted));
  return { ...rest, events: events.map(explainedEventType) };
}
