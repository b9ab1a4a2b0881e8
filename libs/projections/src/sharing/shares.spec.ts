import fc from 'fast-check';
import type { Member } from '#document-store';
import { sharesOf } from './shares.js';

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 });
const pieces = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 30 });
const equals: fc.Arbitrary<readonly Member[]> = fc
  .tuple(names, pieces)
  .map(([members, work]) => members.map((name) => ({ name, work })));
const anybody: fc.Arbitrary<readonly Member[]> = names.chain((members) =>
  fc.tuple(...members.map((name) => pieces.map((work): Member => ({ name, work })))),
);

const loadsOf = (members: readonly Member[]): readonly number[] => {
  const owners = [...sharesOf(members).values()];
  return members.map(({ name }) => owners.filter((owner) => owner === name).length);
};

describe('The shares of those who share work', () => {
  it('are each piece once, with somebody who can do it', () => {
    fc.assert(
      fc.property(anybody, (members) => {
        const shares = sharesOf(members);
        expect([...shares.keys()].sort()).toEqual([...new Set(members.flatMap(({ work }) => work))].sort());
        for (const [piece, owner] of shares) expect(members.find(({ name }) => name === owner)?.work).toContain(piece);
      }),
    );
  });

  it('are no greater than the work divided by the members, rounded up, where all can do the same', () => {
    fc.assert(
      fc.property(equals, (members) => {
        const work = members[0]?.work.length ?? 0;
        expect(Math.max(...loadsOf(members))).toBeLessThanOrEqual(Math.ceil(work / members.length));
      }),
    );
  });

  it('are the same in whatever order members and work are told', () => {
    const shuffled = anybody.chain((members) =>
      fc.tuple(
        fc.constant(members),
        fc.shuffledSubarray([...members], { minLength: members.length, maxLength: members.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([members, others]) => {
        const reversed = others.map(({ name, work }) => ({ name, work: work.toReversed() }));
        expect(new Map([...sharesOf(reversed)].sort())).toEqual(new Map([...sharesOf(members)].sort()));
      }),
    );
  });

  it('leave out who can do nothing', () => {
    expect(
      loadsOf([
        { name: 'idle', work: [] },
        { name: 'able', work: ['one', 'two'] },
      ]),
    ).toEqual([0, 2]);
    expect(sharesOf([])).toEqual(new Map());
  });

  it('leave what only one can do to that one, whatever else there is', () => {
    const work = ['a', 'b', 'c', 'd', 'e'];
    const shares = sharesOf([
      { name: 'old', work: [...work, 'model.v1'] },
      { name: 'new', work: [...work, 'model.v2'] },
    ]);
    expect([shares.get('model.v1'), shares.get('model.v2')]).toEqual(['old', 'new']);
  });

  it('mostly stay where they are when somebody comes', () => {
    const work = Array.from({ length: 14 }, (_, index) => `model-${String(index)}.v1`);
    const two = ['host-1:17', 'host-2:17'].map((name) => ({ name, work }));
    const before = sharesOf(two);
    const after = sharesOf([...two, { name: 'host-3:17', work }]);
    const moved = work.filter((piece) => before.get(piece) !== after.get(piece));
    expect(moved.length).toBeLessThanOrEqual(work.length / 2);
  });
});
