import { CompoundIndex, Indexed, indexesOf } from './indexes.js';

class Dated {
  @Indexed() openedOn?: string;
}

@CompoundIndex(['state', 'openedOn'])
@CompoundIndex(['openedOn'])
class Case extends Dated {
  @Indexed() state?: string;
  @Indexed('personId') contacts?: readonly object[];
}

describe('The indexes of a document class', () => {
  it('are those that the class and its base classes declare, each once', () => {
    expect(indexesOf(Case).map(({ fields }) => fields)).toEqual([
      ['state'],
      ['contacts.personId'],
      ['openedOn'],
      ['state', 'openedOn'],
    ]);
    expect(indexesOf(Dated)).toEqual([{ fields: ['openedOn'] }]);
  });

  it('are none for a class without declarations', () => {
    expect(indexesOf(class {})).toEqual([]);
  });
});
