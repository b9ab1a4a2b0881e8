import type { ProgrammeEvent, ProgrammeEventNamed } from './events.js';
import type { ProgrammeVersion } from './programme-version.js';
import { referenceProgrammes } from './reference-programmes.js';

/** Version 1 of the sales programme. */
export const firstVersion: ProgrammeVersion = { programmeId: 'prg_1', version: 1, ...referenceProgrammes.SALES };

/** Version 2: the same programme, effective from April. */
export const secondVersion: ProgrammeVersion = { ...firstVersion, version: 2, effectiveFrom: '2026-04-01' };

/** The sales programme was drafted. */
export const programmeDrafted: ProgrammeEventNamed<'ProgrammeDrafted'> = {
  type: 'ProgrammeDrafted',
  occurredOn: '2026-01-05',
  data: { ...firstVersion, name: 'Sales' },
};

/** It got its name. */
export const programmeDraftRevised: ProgrammeEventNamed<'ProgrammeDraftRevised'> = {
  type: 'ProgrammeDraftRevised',
  occurredOn: '2026-01-06',
  data: firstVersion,
};

/** Version 1 was published. */
export const programmeVersionPublished: ProgrammeEventNamed<'ProgrammeVersionPublished'> = {
  type: 'ProgrammeVersionPublished',
  occurredOn: '2026-01-07',
  data: firstVersion,
};

/** A draft of version 2 was begun. */
export const secondDraftBegun: ProgrammeEventNamed<'ProgrammeDraftRevised'> = {
  type: 'ProgrammeDraftRevised',
  occurredOn: '2026-03-02',
  data: secondVersion,
};

/** Version 2 was published. */
export const secondVersionPublished: ProgrammeEventNamed<'ProgrammeVersionPublished'> = {
  type: 'ProgrammeVersionPublished',
  occurredOn: '2026-03-16',
  data: secondVersion,
};

/** Version 1 takes no new enrolments. */
export const programmeRetired: ProgrammeEventNamed<'ProgrammeRetired'> = {
  type: 'ProgrammeRetired',
  occurredOn: '2026-03-30',
  data: firstVersion,
};

/** A stored example of each event: a new event does not compile without one. */
export const programmeEventSamples: { readonly [Type in ProgrammeEvent['type']]: ProgrammeEventNamed<Type> } = {
  ProgrammeDrafted: programmeDrafted,
  ProgrammeDraftRevised: programmeDraftRevised,
  ProgrammeVersionPublished: programmeVersionPublished,
  ProgrammeRetired: programmeRetired,
};
