import { eventCounts } from './read-models/event-catalogue/event-counts.js';
import { projectionOverviews } from './read-models/projection-overview/projection-overviews.js';

/** The system's own read models for analysts. */
export const analyticsProjections = [eventCounts, projectionOverviews];
