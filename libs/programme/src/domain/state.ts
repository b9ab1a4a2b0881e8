import type { CalendarDate } from '#calendar';
import type { ProgrammeEvent } from './events.js';
import type { PartnerCategory, ProgrammeVersion, ProgrammeVersionFacts } from './programme-version.js';

/** A programme that exists: at most one draft, and the published versions in their order. */
export interface Programme {
  readonly programmeId: string;
  readonly category: PartnerCategory;
  readonly draftedOn: CalendarDate;
  readonly draft?: ProgrammeVersion;
  readonly published: readonly ProgrammeVersionFacts[];
}

/** What the decisions of a programme know; empty while there is none. */
export interface ProgrammeState {
  readonly programme?: Programme;
}

/** A programme that does not exist. */
export const initialProgramme: ProgrammeState = {};

/** The programme after an event. */
export function evolveProgramme(state: ProgrammeState, event: ProgrammeEvent): ProgrammeState {
  if (event.type === 'ProgrammeDrafted') {
    const { programmeId, category } = event.data;
    return { programme: { programmeId, category, draftedOn: event.occurredOn, draft: event.data, published: [] } };
  }
  return state.programme === undefined ? state : { programme: changed(state.programme, event) };
}

/** What other contexts need of a version; `undefined` unless it was published. */
export function programmeVersionFacts(
  { programme }: ProgrammeState,
  version: number,
): ProgrammeVersionFacts | undefined {
  return programme?.published.find((known) => known.version.version === version);
}

function changed(programme: Programme, event: Exclude<ProgrammeEvent, { type: 'ProgrammeDrafted' }>): Programme {
  const { published } = programme;
  switch (event.type) {
    case 'ProgrammeDraftRevised':
      return { ...programme, draft: event.data };
    case 'ProgrammeVersionPublished': {
      const { draft: _, ...rest } = programme;
      return { ...rest, published: [...published, { version: event.data, retired: false }] };
    }
    case 'ProgrammeRetired':
      return {
        ...programme,
        published: published.map((known) =>
          known.version.version === event.data.version ? { ...known, retired: true } : known,
        ),
      };
  }
}
