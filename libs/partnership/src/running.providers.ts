import { AgreeActionHandler } from './commands/actions/agree-action/agree-action.handler.js';
import { AgreeActionResolver } from './commands/actions/agree-action/agree-action.resolver.js';
import { CancelActionHandler } from './commands/actions/cancel-action/cancel-action.handler.js';
import { CancelActionResolver } from './commands/actions/cancel-action/cancel-action.resolver.js';
import { CompleteActionHandler } from './commands/actions/complete-action/complete-action.handler.js';
import { CompleteActionResolver } from './commands/actions/complete-action/complete-action.resolver.js';
import { ReplanActionHandler } from './commands/actions/replan-action/replan-action.handler.js';
import { ReplanActionResolver } from './commands/actions/replan-action/replan-action.resolver.js';
import { LogCommunicationHandler } from './commands/communication/log-communication/log-communication.handler.js';
import { LogCommunicationResolver } from './commands/communication/log-communication/log-communication.resolver.js';
import { RecordBusinessResultHandler } from './commands/results/record-business-result/record-business-result.handler.js';
import { RecordBusinessResultResolver } from './commands/results/record-business-result/record-business-result.resolver.js';
import { CancelReviewHandler } from './commands/reviews/cancel-review/cancel-review.handler.js';
import { CancelReviewResolver } from './commands/reviews/cancel-review/cancel-review.resolver.js';
import { HoldReviewHandler } from './commands/reviews/hold-review/hold-review.handler.js';
import { HoldReviewResolver } from './commands/reviews/hold-review/hold-review.resolver.js';
import { ScheduleReviewHandler } from './commands/reviews/schedule-review/schedule-review.handler.js';
import { ScheduleReviewResolver } from './commands/reviews/schedule-review/schedule-review.resolver.js';
import { SubmitPartnerScoresHandler } from './commands/reviews/submit-partner-scores/submit-partner-scores.handler.js';
import { SubmitPartnerScoresResolver } from './commands/reviews/submit-partner-scores/submit-partner-scores.resolver.js';
import { ManagedPartnerships } from './managed-partnerships.query.js';
import { PartnershipCompanies } from './partnership-companies.query.js';
import { ActionPresenter, ActionsHandler } from './read-models/actions/actions.query.js';
import { ActionsResolver, ActionTotalCountResolver } from './read-models/actions/actions.resolver.js';
import { actions } from './read-models/actions/actions.js';
import {
  CommunicationPresenter,
  CommunicationTimelineHandler,
} from './read-models/communication-timeline/communication-timeline.query.js';
import {
  CommunicationTimelineResolver,
  CommunicationTotalCountResolver,
} from './read-models/communication-timeline/communication-timeline.resolver.js';
import { communicationTimeline } from './read-models/communication-timeline/communication-timeline.js';
import { PortfolioHandler } from './read-models/portfolio/portfolio.query.js';
import { PortfolioResolver } from './read-models/portfolio/portfolio.resolver.js';
import { ReviewCalendarHandler } from './read-models/review-calendar/review-calendar.query.js';
import {
  ReviewCalendarResolver,
  ReviewTotalCountResolver,
} from './read-models/review-calendar/review-calendar.resolver.js';
import { reviewCalendar } from './read-models/review-calendar/review-calendar.js';
import { ReviewPresenter } from './read-models/review-calendar/review-presenter.query.js';

const reviews = [
  ScheduleReviewHandler,
  ScheduleReviewResolver,
  HoldReviewHandler,
  HoldReviewResolver,
  SubmitPartnerScoresHandler,
  SubmitPartnerScoresResolver,
  CancelReviewHandler,
  CancelReviewResolver,
  ReviewCalendarHandler,
  ReviewCalendarResolver,
  ReviewTotalCountResolver,
  ReviewPresenter,
];

const agreedActions = [
  AgreeActionHandler,
  AgreeActionResolver,
  CompleteActionHandler,
  CompleteActionResolver,
  ReplanActionHandler,
  ReplanActionResolver,
  CancelActionHandler,
  CancelActionResolver,
  ActionsHandler,
  ActionsResolver,
  ActionTotalCountResolver,
  ActionPresenter,
];

const communication = [
  LogCommunicationHandler,
  LogCommunicationResolver,
  CommunicationTimelineHandler,
  CommunicationTimelineResolver,
  CommunicationTotalCountResolver,
  CommunicationPresenter,
];

const results = [RecordBusinessResultHandler, RecordBusinessResultResolver];

const portfolio = [PortfolioHandler, PortfolioResolver, ManagedPartnerships];

/** What makes a running partnership reachable: reviews, actions, communication, results, portfolio (domain.md 2.7). */
export const runningProviders = [
  ...reviews,
  ...agreedActions,
  ...communication,
  ...results,
  ...portfolio,
  PartnershipCompanies,
];

/** The read models of a running partnership. */
export const runningProjections = [reviewCalendar, actions, communicationTimeline];
