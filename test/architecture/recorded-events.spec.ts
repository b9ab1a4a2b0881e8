import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { eventDefinitions } from '#platform';

const repository = path.resolve(import.meta.dirname, '../..');
const types = new Set(Object.keys(eventDefinitions));

/** A function, constant or class at the top of a file, with what it names. */
interface Declared {
  readonly name: string;
  /** The folder of its command, where it is part of one. */
  readonly slice: string | undefined;
  /** The event types that it writes as `type: '…'`. */
  readonly records: readonly string[];
  /** What it declares as `records: ['…']`. */
  readonly declares: readonly string[];
  readonly mentions: readonly string[];
}

type Said = Pick<Declared, 'records' | 'declares' | 'mentions'>;

/** Whatever may be on the way from a command to its events: neither read models nor what only reads events. */
const declared: readonly Declared[] = fs
  .readdirSync(path.join(repository, 'libs'), { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => file.endsWith('.ts') && !/\.spec\.ts$|testing\/|event-samples|-samples\.ts$|read-models\//.test(file),
  )
  .flatMap(declarationsIn);

function declarationsIn(file: string): readonly Declared[] {
  const text = fs.readFileSync(path.join(repository, 'libs', file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const slice = /\/commands\/[^/]+\/[^/]+(?=\/)/.exec(file)?.[0];
  const known = new Set(tree.statements.flatMap((statement) => [...namesOf(statement), ...importedBy(statement)]));
  return tree.statements.flatMap((statement) => {
    const said = saidIn(statement);
    const mentions = said.mentions.filter((mention) => known.has(mention));
    return namesOf(statement).map((name) => ({ name, slice, ...said, mentions }));
  });
}

function importedBy(statement: ts.Statement): readonly string[] {
  if (!ts.isImportDeclaration(statement)) return [];
  const bindings = statement.importClause?.namedBindings;
  return bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? [statement.name?.text ?? ''] : [];
}

function saidIn(statement: ts.Statement): Said {
  const records = new Set<string>();
  const mentions = new Set<string>();
  const declares: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) mentions.add(node.text);
    if (ts.isPropertyAssignment(node)) {
      const { name, initializer } = node;
      if (name.getText() === 'type' && ts.isStringLiteral(initializer)) records.add(initializer.text);
      if (name.getText() === 'records' && ts.isArrayLiteralExpression(initializer))
        declares.push(...initializer.elements.filter(ts.isStringLiteral).map(({ text }) => text));
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(statement, visit);
  return { records: [...records].filter((type) => types.has(type)), declares, mentions: [...mentions] };
}

/** The event types that a command's handler records, itself or through what it calls. */
function recordedBy(handler: string, within: string): readonly string[] {
  const reached = new Set<Declared>();
  const names = [handler];
  for (let name = names.pop(); name !== undefined; name = names.pop())
    for (const one of declared) {
      if (one.name !== name || reached.has(one) || (one.slice !== undefined && one.slice !== within)) continue;
      reached.add(one);
      names.push(...one.mentions);
    }
  return [...new Set([...reached].flatMap(({ records }) => records))].sort();
}

const commands = declared.filter(({ name, slice }) => slice !== undefined && name.endsWith('Resolver'));

describe('what a command says that it records', () => {
  it.each(commands)('is what its handler writes: $slice', ({ name, slice = '', declares }) => {
    expect([...declares].sort()).toEqual(recordedBy(name.replace(/Resolver$/, 'Handler'), slice));
  });

  it('leaves no event type out: each is recorded by a command', () => {
    expect([...new Set(commands.flatMap(({ declares }) => declares))].sort()).toEqual([...types].sort());
  });
});
