import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const repository = path.resolve(import.meta.dirname, '../..');

/** Questions about nobody in particular: everybody with a token may ask them. Each has a reason that a reader accepts. */
const forEverybody: Readonly<Record<string, string>> = {
  partnerProgrammes: 'Programmes are rules for everybody: partners may read them too.',
};

interface Source {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

const sources: readonly Source[] = ['libs', 'apps']
  .flatMap((root) =>
    fs
      .readdirSync(path.join(repository, root), { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(root, name)),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => ({
    file,
    tree: ts.createSourceFile(file, fs.readFileSync(path.join(repository, file), 'utf8'), ts.ScriptTarget.ES2023, true),
  }));

function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesIn(child);
}

/** The methods under a decorator: `@Query(…)`, `@Mutation(…)`, `@Subscription(…)`. */
function methodsUnder(decorator: string): readonly { readonly file: string; readonly method: ts.MethodDeclaration }[] {
  return sources.flatMap(({ file, tree }) =>
    [...nodesIn(tree)]
      .filter(ts.isMethodDeclaration)
      .filter((method) => (ts.getDecorators(method) ?? []).some((one) => one.getText().startsWith(`@${decorator}(`)))
      .map((method) => ({ file, method })),
  );
}

/** The calls of functions with such a name that are given an object, as its properties' texts by their names. */
function declarationsBy(name: RegExp): readonly Readonly<Record<string, string>>[] {
  return sources.flatMap(({ tree }) =>
    [...nodesIn(tree)]
      .filter(ts.isCallExpression)
      .filter((call) => name.test(call.expression.getText()))
      .flatMap((call) => call.arguments.filter(ts.isObjectLiteralExpression))
      .map(({ properties }) =>
        Object.fromEntries(
          properties
            .filter(ts.isPropertyAssignment)
            .map((property) => [property.name.getText(), property.initializer.getText()]),
        ),
      ),
  );
}

describe('every way into the system is guarded', () => {
  it('no mutation is written by hand: all are declared with the roles that may send them, which the compiler demands', () => {
    expect(methodsUnder('Mutation').map(({ file }) => file)).toEqual(['libs/graphql/src/commands/command-mutation.ts']);
    const shared = sources.find(({ file }) => file === 'libs/graphql/src/commands/command-mutation.ts')?.tree.getText();
    expect(shared).toContain('readonly roles: readonly Role[];');
    expect(shared).toContain('refuseRole(mutation.roles, context.actor, mutation.name)');
  });

  it('no command is open to nobody or to those who only read', () => {
    const roles = declarationsBy(/^[a-z]\w*Mutation$/).flatMap((declaration) => declaration['roles'] ?? []);
    expect(roles.length).toBeGreaterThan(40);
    expect(roles.filter((list) => /^\[\s*\]$|AUDITOR/.test(list))).toEqual([]);
    // How projections run is theirs to decide; no fact about a partnership is.
    expect(roles.filter((list) => list.includes('ANALYST'))).toEqual(["['ANALYST', 'HEAD_OF_PARTNERING']"]);
  });

  it('every question and every subscription asks who is asking', () => {
    const methods = ['Query', 'Subscription'].flatMap((decorator) => methodsUnder(decorator));
    expect(methods.length).toBeGreaterThanOrEqual(15);
    const unasked = methods.filter(
      ({ method }) => !method.parameters.some((one) => /^@Context\(\)[^:]*\bactor\b/.test(one.getText())),
    );
    expect(unasked.map(({ file, method }) => `${file}: ${method.name.getText()}`)).toEqual([]);
  });

  it('a list is for the own side, or says why it is for everybody', () => {
    const lists = declarationsBy(/^documentList$/);
    expect(lists.length).toBeGreaterThanOrEqual(4);
    const open = lists.filter(({ readers }) => readers !== "'own'").map(({ query = '' }) => query.slice(1, -1));
    expect(open).toEqual(Object.keys(forEverybody));
  });
});
