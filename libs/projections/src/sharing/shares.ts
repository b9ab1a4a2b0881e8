import type { Member } from '#document-store';

/**
 * Who of those present does which piece of work: each piece is one member's that can do it, and where all can do the same,
 * nobody has more than the number of pieces divided by that of members, rounded up. Everybody comes to the same result
 * from the same members, and most of the work stays where it is when one comes or goes.
 */
export function sharesOf(members: readonly Member[]): ReadonlyMap<string, string> {
  const able = ablePerPiece(members);
  const workers = new Set([...able.values()].flat());
  const most = Math.ceil(able.size / workers.size);
  const loads = new Map<string, number>();
  const shares = new Map<string, string>();
  const loadOf = (member: string): number => loads.get(member) ?? 0;
  for (const [piece, candidates] of fewestFirst(able)) {
    const preferred = ranked(candidates, piece);
    const least = Math.min(...preferred.map(loadOf));
    const member = preferred.find((one) => loadOf(one) < most) ?? preferred.find((one) => loadOf(one) === least);
    if (member === undefined) continue;
    loads.set(member, loadOf(member) + 1);
    shares.set(piece, member);
  }
  return shares;
}

function ablePerPiece(members: readonly Member[]): ReadonlyMap<string, readonly string[]> {
  const able = new Map<string, string[]>();
  for (const { name, work } of members)
    for (const piece of new Set(work)) able.set(piece, [...(able.get(piece) ?? []), name]);
  return able;
}

/** What only a few can do is given away before their hands are full. */
function fewestFirst(
  able: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [piece: string, candidates: readonly string[]])[] {
  return [...able].sort(
    ([piece, candidates], [other, others]) => candidates.length - others.length || (piece < other ? -1 : 1),
  );
}

/** In an order that differs from piece to piece but does not depend on who else is there (rendezvous hashing). */
function ranked(candidates: readonly string[], piece: string): readonly string[] {
  return candidates
    .map((name) => ({ name, rank: hashOf(`${piece} ${name}`) }))
    .sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name);
}

/** FNV-1a with a last mixing, so that names which differ in their last letter only are far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
