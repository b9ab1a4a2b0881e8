import { addDays } from '#calendar';
import { type Cast, dayOf, documentOf, type Scene, sceneId } from './cast.js';
import type { ChapterOf } from './chapter.js';

/** The partnership enters a manager's portfolio. */
export function managerAssigned(cast: Cast, { daysAgo }: ChapterOf<'manager assigned'>): readonly Scene[] {
  const { partnershipId, managerId } = cast;
  const from = dayOf(cast, daysAgo);
  return [
    head({ mutation: 'assignPartnerManager', input: { ...about(cast, 'manager'), partnershipId, managerId, from } }),
  ];
}

/** The partnership is enrolled in the programme of its category. */
export function onboardingBegun(cast: Cast, chapter: ChapterOf<'onboarding begun'>): readonly Scene[] {
  const { programmeId, version } = cast.programme;
  const occurredOn = dayOf(cast, chapter.daysAgo);
  const targetActivationOn = addDays(occurredOn, chapter.liveInDays);
  return [
    manager({
      mutation: 'beginOnboarding',
      input: { ...about(cast, 'begin'), occurredOn, programmeId, version, targetActivationOn },
    }),
  ];
}

/** A side says who is responsible. */
export function contactNamed(cast: Cast, { side, daysAgo }: ChapterOf<'contact named'>): readonly Scene[] {
  const personId = side === 'OWN' ? cast.ownPersonId : cast.partnerPersonId;
  const validFrom = dayOf(cast, daysAgo);
  return [
    manager({
      mutation: 'assignContact',
      input: { ...about(cast, 'contact', side), side, personId, validFrom, acceptedByPersonOn: validFrom },
    }),
  ];
}

/** Both companies sign. */
export function agreementSigned(cast: Cast, { daysAgo }: ChapterOf<'agreement signed'>): readonly Scene[] {
  const signedOn = dayOf(cast, daysAgo);
  return [
    manager({
      mutation: 'recordAgreement',
      input: {
        ...about(cast, 'agreement'),
        occurredOn: signedOn,
        agreementRef: `AGR-${cast.partnershipId.slice(-6)}`,
        kind: 'PARTNER_AGREEMENT',
        signedOn,
        startsOn: signedOn,
        autoRenewMonths: 12,
        noticeMonths: 3,
        noticeToMonthEnd: true,
        governingLaw: 'Germany',
        fileRef: documentOf(cast, 'agreement'),
        signatories: [
          { side: 'OWN', personId: cast.ownPersonId, authority: 'PROKURA' },
          { side: 'PARTNER', personId: cast.partnerPersonId, authority: 'STATUTORY' },
        ],
      },
    }),
  ];
}

/** Everything the programme asks for at activation is handed in; the agreement speaks for itself. */
export function requirementsMet(cast: Cast, { daysAgo }: ChapterOf<'requirements met'>): readonly Scene[] {
  const occurredOn = dayOf(cast, daysAgo);
  return cast.programme.content.requirements
    .filter(({ appliesAt, key }) => appliesAt === 'ACTIVATION' && key !== 'AGREEMENT')
    .flatMap(({ key, threshold = 1 }) => Array.from({ length: threshold }, (_, index) => `${key}-${String(index + 1)}`))
    .map((name) =>
      manager({
        mutation: 'recordRequirementEvidence',
        input: {
          ...about(cast, 'evidence', name),
          occurredOn,
          key: name.replace(/-\d+$/, ''),
          validFrom: occurredOn,
          fileRef: documentOf(cast, name),
        },
      }),
    );
}

/** Somebody tries to take the partnership live too early. */
export function activationRefused(cast: Cast, chapter: ChapterOf<'activation tried in vain'>): readonly Scene[] {
  const { tier, daysAgo } = chapter;
  const input = { ...about(cast, 'too-early'), tier, activatedOn: dayOf(cast, daysAgo) };
  return [{ ...manager({ mutation: 'completeOnboarding', input }), refusedWith: 'ONBOARDING_INCOMPLETE' }];
}

/** Nothing is missing: the partnership is live. */
export function wentLive(cast: Cast, { tier, daysAgo }: ChapterOf<'went live'>): readonly Scene[] {
  const input = { ...about(cast, 'live'), tier, activatedOn: dayOf(cast, daysAgo) };
  return [manager({ mutation: 'completeOnboarding', input })];
}

/** The onboarding is given up. */
export function abandoned(cast: Cast, { daysAgo, reasonCode, note }: ChapterOf<'abandoned'>): readonly Scene[] {
  const input = { ...about(cast, 'abandoned'), occurredOn: dayOf(cast, daysAgo), reasonCode, note };
  return [manager({ mutation: 'abandonPartnership', input })];
}

function about(cast: Cast, ...parts: readonly string[]) {
  return { commandId: sceneId(cast, ...parts), partnershipId: cast.partnershipId };
}

function manager(command: Scene['command']): Scene {
  return { by: 'MANAGER', command };
}

function head(command: Scene['command']): Scene {
  return { by: 'HEAD', command };
}
