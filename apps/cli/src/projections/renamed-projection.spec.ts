import { renamedProjection } from './renamed-projection.js';

const files = {
  projection: [
    "import { defineProjection, Field } from '#analytics';",
    '',
    'export class Tally {',
    '  readonly talks!: number;',
    '}',
    '',
    'export default defineProjection({',
    "  name: 'talk-frequency',",
    '  document: Tally,',
    '});',
  ].join('\n'),
  spec: [
    "import projection, { type Tally } from './talk-frequency.js';",
    'const none: Tally = { talks: 0 };',
    "describe('talk-frequency', () => undefined);",
  ].join('\n'),
};

describe('a projection file under another name', () => {
  it('has the name in the projection, in its spec, and in the class of its document', () => {
    expect(renamedProjection(files, 'talk-frequency', 'partner-rhythm')).toEqual({
      projection: [
        "import { defineProjection, Field } from '#analytics';",
        '',
        'export class PartnerRhythm {',
        '  readonly talks!: number;',
        '}',
        '',
        'export default defineProjection({',
        "  name: 'partner-rhythm',",
        '  document: PartnerRhythm,',
        '});',
      ].join('\n'),
      spec: [
        "import projection, { type PartnerRhythm } from './partner-rhythm.js';",
        'const none: PartnerRhythm = { talks: 0 };',
        "describe('partner-rhythm', () => undefined);",
      ].join('\n'),
    });
  });

  it('is none when the class would be called like something the file uses', () => {
    expect(renamedProjection(files, 'talk-frequency', 'field')).toBeUndefined();
  });
});
