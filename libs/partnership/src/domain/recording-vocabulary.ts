import type { ActingSide, EventMetadata, EventSource } from '#event-sourcing';

/** The channels through which commands come in (domain.md 2.1, envelope). */
export const eventSources = ['UI', 'API', 'IMPORT', 'SCHEDULER', 'SEED'] as const satisfies readonly EventSource[];

/** Whose clock an event was recorded by (domain.md 2.1, envelope). */
export const eventClocks = ['REAL', 'SIMULATED'] as const satisfies readonly EventMetadata['clock'][];

/** On whose behalf somebody acts (domain.md 2.1, envelope). */
export const actingSides = ['OWN', 'PARTNER', 'SYSTEM'] as const satisfies readonly ActingSide[];

/** The orders in which a history is read. */
export const historyDirections = ['OLDEST_FIRST', 'NEWEST_FIRST'] as const;
export type HistoryDirection = (typeof historyDirections)[number];

/** Days after which an entry counts as late: more than this many (domain.md 2.1; the GoBD's tolerance, 2.9). */
export const LATE_AFTER_DAYS = 10;
