import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { ProjectionOverview } from './read-models/projection-overview/projection-overview.js';
import { ProjectionPresenter } from './read-models/projection-overview/projection-presenter.query.js';

const result = commandResult('Projection', ProjectionOverview, ProjectionPresenter);

/** Resolves the projection of an accepted answer. */
export const ProjectionAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command on the running of a projection; analysts and the head of partnering run them. */
export function projectionMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, ProjectionOverview>, 'result' | 'roles'>,
): Type {
  return commandMutation({ ...mutation, roles: ['ANALYST', 'HEAD_OF_PARTNERING'], result });
}
