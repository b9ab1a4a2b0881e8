import { join } from 'node:path';
import { Command, Option } from 'commander';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { writeProjection } from './write-projection.adapter.js';

interface NewProjectionOptions {
  readonly dir: string;
  readonly from: string;
}

/** `accord projections new`: a projection file that works, with its spec, to begin with. */
export function newProjectionCommand(): Command {
  return new Command('new')
    .description('Writes a projection file that works, with its spec, as a copy of an example to change.')
    .argument(
      '<name>',
      'the question it answers, kebab-case: the file, its queries and its collection are named after it',
    )
    .addOption(new Option('--dir <folder>', 'where to').env('ACCORD_PROJECTIONS').default('./projections'))
    .option('--from <example>', 'the example to begin with: a file of examples/projections', 'talk-frequency')
    .action(newProjection);
}

async function newProjection(name: string, { dir, from }: NewProjectionOptions): Promise<void> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { packageRoot, projectionNameProblem } = await import('#analytics');
  const problem = projectionNameProblem(name);
  if (problem !== undefined) throw new CommandFailed(problem, ExitCode.usage);
  const examples = join(packageRoot, 'examples', 'projections');
  const { projection, spec } = await writeProjection({ name, example: from, folder: dir }, examples);
  process.stdout.write(
    [
      `${projection}  the projection: its document, and a function for each event it reads`,
      `${spec}  what it is expected to do`,
      '',
      'docs/analysts.md goes on from here: try it on all history, serve it, ask it, change it.',
      '',
    ].join('\n'),
  );
}
