import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventCatalogueHandler } from '../read-models/event-catalogue/event-catalogue.query.js';
import { EventCatalogueResolver } from '../read-models/event-catalogue/event-catalogue.resolver.js';
import { LoadedEvents } from './loaded-events.adapter.js';

/** The event catalogue in the API. */
@Module({
  imports: [DiscoveryModule],
  providers: [LoadedEvents, EventCatalogueHandler, EventCatalogueResolver],
  exports: [LoadedEvents],
})
export class CatalogueModule {}
