import type { Projection, Recorded } from '#event-sourcing';
import type { ProgrammeEvent, ProgrammeEventNamed } from '../../domain/events.js';
import type { ProgrammeVersion } from '../../domain/programme-version.js';
import { evolveProgramme, type Programme } from '../../domain/state.js';
import { programmeIdOf } from '../../domain/stream.js';
import { PartnerProgramme, type ProgrammeVersionType } from './partner-programme.js';

/** "Which programmes are there, and what do they ask for?" */
export const partnerProgrammes: Projection<PartnerProgramme, ProgrammeEvent> = {
  name: 'partner-programmes',
  version: 1,
  document: PartnerProgramme,
  key: (event) => programmeIdOf(event.stream),
  on: {
    ProgrammeDrafted: (_, event) => shown(undefined, event),
    ProgrammeDraftRevised: shown,
    ProgrammeVersionPublished: shown,
    ProgrammeRetired: shown,
  },
};

/** The document is the decisions' own state in another form, so drafting and publishing stand in one place. */
function shown<Type extends ProgrammeEvent['type']>(
  before: PartnerProgramme | undefined,
  event: Recorded<ProgrammeEventNamed<Type>>,
): PartnerProgramme | undefined {
  const { programme } = evolveProgramme(before === undefined ? {} : { programme: stateOf(before) }, event);
  if (programme === undefined) return undefined;
  const { programmeId: id, category, draft, draftedOn } = programme;
  const versions = programme.published.map(({ version, retired }) => versionShown(version, retired));
  return {
    id,
    category,
    name: event.data.name,
    ...(draft === undefined ? {} : { draft: versionShown(draft, false) }),
    versions,
    open: versions.some(({ retired }) => !retired),
    draftedOn,
    revision: Number(event.revision),
  };
}

function versionShown(
  { programmeId: _id, category: _category, ...content }: ProgrammeVersion,
  retired: boolean,
): ProgrammeVersionType {
  return { ...content, retired };
}

function stateOf({ id: programmeId, category, draft, versions, draftedOn }: PartnerProgramme): Programme {
  const versionOf = ({ retired: _, ...content }: ProgrammeVersionType): ProgrammeVersion => ({
    programmeId,
    category,
    ...content,
  });
  return {
    programmeId,
    category,
    draftedOn,
    ...(draft === undefined ? {} : { draft: versionOf(draft) }),
    published: versions.map((version) => ({ version: versionOf(version), retired: version.retired })),
  };
}
