/** A projection file and its spec, as text. */
export interface ProjectionFiles {
  readonly projection: string;
  readonly spec: string;
}

/**
 * A projection file and its spec under another name, kebab-case like their own. The class of its document is renamed as
 * well, because its queries are named after it and no two types of a GraphQL schema are called the same; `undefined` when
 * that name means something else in the files.
 */
export function renamedProjection(files: ProjectionFiles, from: string, to: string): ProjectionFiles | undefined {
  const documentClass = pascalCase(to);
  if (documentClass !== pascalCase(from) && wholeWord(documentClass).test(files.projection + files.spec))
    return undefined;
  const renamed = (text: string): string =>
    text
      .replaceAll(`'${from}'`, `'${to}'`)
      .replaceAll(`'./${from}.js'`, `'./${to}.js'`)
      .replaceAll(wholeWord(documentClassIn(files.projection)), documentClass);
  return { projection: renamed(files.projection), spec: renamed(files.spec) };
}

function documentClassIn(projection: string): string {
  return /^export class (\w+)/m.exec(projection)?.[1] ?? '';
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

function wholeWord(word: string): RegExp {
  return new RegExp(`\\b${word}\\b`, 'g');
}
