import type { CataloguedEvent } from './event-catalogue.js';
import type { EventField } from './event-field.js';

const HEADER = `# Events

Every fact that Accord can record. Written by \`npm run schema\` from the events' own schemas, the commands and the read
models; do not edit it, change those. The query \`eventCatalogue\` answers the same from a running system, with how many
there are of each, the first and the last.

Around the data of each event stands the same envelope: who, when it happened (\`occurredOn\`), when it was recorded
(\`recordedAt\`), which command it came from ([histories](history.md)).

Fields marked with \`?\` may be missing. \`[]\` stands for each element of a list, \`*\` for each name of an object. The last
column says what the [pseudonymised export](export.md) does: a field is _open_, left out (_withheld_), or replaced by the
_pseudonym_ of a person, a manager, a user or a reference.
`;

/** Where the catalogue stands for people, from the root of the repository. */
export const EVENTS_FILE = 'docs/events.md';

/** The catalogue as the page that is read by people. */
export function catalogueText(events: readonly CataloguedEvent[]): string {
  const contexts = [...new Set(events.map(({ context }) => context))];
  const chapters = contexts.map((context) => {
    const own = events.filter((event) => event.context === context);
    return [`## ${capitalised(context)}`, contents(own), ...own.map(section)].join('\n\n');
  });
  return `${[HEADER, ...chapters].join('\n')}\n`;
}

function contents(events: readonly CataloguedEvent[]): string {
  const rows = events.map(
    ({ type, streams, meaning }) => `| [${type}](#${type.toLowerCase()}) | \`${streams}…\` | ${cell(meaning)} |`,
  );
  return ['| event | stream | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function section({ type, meaning, version, versions, fields, recordedBy, readBy, sample }: CataloguedEvent): string {
  const older = versions.filter((one) => one !== version);
  const upcast = older.length === 0 ? '' : `; stored as ${older.join(', ')} as well, and read as ${String(version)}`;
  const commands = recordedBy.map(({ command, roles }) => `\`${command}\` (${roles.join(', ')})`);
  return [
    `### ${type}`,
    meaning,
    [
      `- version: ${String(version)}${upcast}`,
      `- recorded by: ${orNone(commands)}`,
      `- read by: ${orNone(readBy.map((name) => `\`${name}\``))}`,
    ].join('\n'),
    ['| field | type | meaning | exported |', '| --- | --- | --- | --- |', ...fields.map(row)].join('\n'),
    ...(sample === undefined ? [] : [`\`\`\`json\n${JSON.stringify(sample.data)}\n\`\`\``]),
  ].join('\n\n');
}

function row({ path, type, optional, unit, description, values, disclosure }: EventField): string {
  const kind = type === 'text' ? (unit ?? type) : [type, unit].filter(Boolean).join(', ');
  const meaning = [description, values?.map((value) => `\`${value}\``).join(', ')].filter(Boolean).join(' ');
  return `| \`${path}${optional ? '?' : ''}\` | ${cell(kind)} | ${cell(meaning)} | ${exported(disclosure)} |`;
}

function exported(disclosure: EventField['disclosure']): string {
  if (disclosure === 'open' || disclosure === 'withheld') return disclosure;
  return disclosure === undefined ? 'withheld' : `pseudonym of a ${disclosure}`;
}

function orNone(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
