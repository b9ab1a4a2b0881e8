import type { ManagerEvent, ManagerEventNamed } from './events.js';

/** User `jana` looks after up to ten partnerships. */
export const partnerManagerAppointed: ManagerEventNamed<'PartnerManagerAppointed'> = {
  type: 'PartnerManagerAppointed',
  occurredOn: '2026-01-05',
  data: { managerId: 'mgr_1', userId: 'jana', capacity: 10 },
};

/** From February on she has time for twelve. */
export const capacitySet: ManagerEventNamed<'CapacitySet'> = {
  type: 'CapacitySet',
  occurredOn: '2026-02-02',
  data: { capacity: 12 },
};

/** Two weeks of holiday in April with a deputy. */
export const absenceRecorded: ManagerEventNamed<'AbsenceRecorded'> = {
  type: 'AbsenceRecorded',
  occurredOn: '2026-03-02',
  data: { from: '2026-04-06', until: '2026-04-20', deputyManagerId: 'mgr_2' },
};

/** Ill since the middle of March, nobody stands in, no end known. */
export const openAbsenceRecorded: ManagerEventNamed<'AbsenceRecorded'> = {
  type: 'AbsenceRecorded',
  occurredOn: '2026-03-16',
  data: { from: '2026-03-16' },
};

/** Back from the illness. */
export const absenceEnded: ManagerEventNamed<'AbsenceEnded'> = {
  type: 'AbsenceEnded',
  occurredOn: '2026-03-30',
  data: { from: '2026-03-16', endedOn: '2026-03-30' },
};

/** She stops; her one partnership goes to `mgr_2`. */
export const partnerManagerDismissed: ManagerEventNamed<'PartnerManagerDismissed'> = {
  type: 'PartnerManagerDismissed',
  occurredOn: '2026-03-31',
  data: { dismissedOn: '2026-03-31', handover: [{ partnershipId: 'prt_1', managerId: 'mgr_2' }] },
};

/** A stored example of each event: a new event does not compile without one. */
export const managerEventSamples: { readonly [Type in ManagerEvent['type']]: ManagerEventNamed<Type> } = {
  PartnerManagerAppointed: partnerManagerAppointed,
  CapacitySet: capacitySet,
  AbsenceRecorded: absenceRecorded,
  AbsenceEnded: absenceEnded,
  PartnerManagerDismissed: partnerManagerDismissed,
};
