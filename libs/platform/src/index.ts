export type { Configuration } from './configuration.adapter.js';
export { ConfigurationInvalid, configurationFrom } from './configuration.adapter.js';
export { contexts, eventDefinitions, projections } from './contexts.module.js';
export { listen } from './listen.adapter.js';
export { createLog, nestLogger } from './log.adapter.js';
export type { Platform } from './platform.adapter.js';
export { startPlatform } from './platform.adapter.js';
export { PlatformModule } from './platform.module.js';
export { endRefusedStart } from './start-refusal.adapter.js';
