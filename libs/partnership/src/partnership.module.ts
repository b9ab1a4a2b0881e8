import { Global, Module } from '@nestjs/common';
import { DirectoryModule, PORTFOLIOS } from '#directory';
import { declareRejections } from '#graphql';
import { ENROLMENTS, ProgrammeModule } from '#programme';
import { partnershipRejections } from './domain/rejections.js';
import { endingProviders } from './ending.providers.js';
import { PartnershipFacts } from './partnership-facts.adapter.js';
import { PartnershipAcceptedResolver } from './partnership-mutation.resolver.js';
import { PartnershipPortfolios } from './partnership-portfolios.query.js';
import {
  PartnershipOverviewResolver,
  PartnershipTotalCountResolver,
} from './read-models/partnership-overview/partnership-overview.resolver.js';
import { PartnershipPresenter } from './read-models/partnership-overview/partnership-presenter.query.js';
import { PartnershipHandler, PartnershipsHandler } from './read-models/partnership-overview/partnerships.query.js';
import { runningProviders } from './running.providers.js';
import { startingProviders } from './starting.providers.js';

declareRejections(partnershipRejections);

const overview = [
  PartnershipAcceptedResolver,
  PartnershipHandler,
  PartnershipsHandler,
  PartnershipOverviewResolver,
  PartnershipTotalCountResolver,
  PartnershipPresenter,
];

const forOtherContexts = [
  PartnershipPortfolios,
  { provide: PORTFOLIOS, useExisting: PartnershipPortfolios },
  { provide: ENROLMENTS, useExisting: PartnershipPortfolios },
];

/** The partnerships: the lifecycle, from proposal to conclusion. Global, because it answers questions of other contexts. */
@Global()
@Module({
  imports: [DirectoryModule, ProgrammeModule],
  providers: [
    ...overview,
    ...startingProviders,
    ...runningProviders,
    ...endingProviders,
    PartnershipFacts,
    ...forOtherContexts,
  ],
  exports: forOtherContexts,
})
export class PartnershipModule {}
