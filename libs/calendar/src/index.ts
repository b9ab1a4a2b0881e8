export type { CalendarDate, Instant } from './calendar.js';
export {
  addDays,
  addMonths,
  calendarDateIn,
  daysBetween,
  endOfMonth,
  isCalendarDate,
  POLICY_TIME_ZONE,
  quarterOf,
} from './calendar.js';
