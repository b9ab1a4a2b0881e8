export type { Configuration, StorePlaces } from './configuration.adapter.js';
export {
  ConfigurationInvalid,
  configurationFrom,
  eventStoreNamed,
  settingNames,
  storePlacesFrom,
} from './configuration.adapter.js';
export { contexts, eventDefinitions, ownStreams, projections, systemModules } from './contexts.module.js';
export { HealthModule } from './health/health.module.js';
export { Lifecycle } from './lifecycle.adapter.js';
export { createLog, nestLogger } from './log.adapter.js';
export { openVault } from './open-documents.adapter.js';
export { openEventStore } from './open-event-store.adapter.js';
export type { Platform } from './platform.adapter.js';
export { startPlatform } from './platform.adapter.js';
export { PlatformModule } from './platform.module.js';
export { serve } from './serve.adapter.js';
export { endRefusedStart } from './start-refusal.adapter.js';
