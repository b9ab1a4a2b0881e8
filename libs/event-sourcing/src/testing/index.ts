export { decisionSpecification, testActor, testContext } from './decision-specification.js';
export type { DecisionExpectation } from './decision-specification.js';
export type { EventStoreFactory, EventStoreUnderTest } from './event-store-contract/store-under-test.js';
export { describeEventStore } from './event-store-contract.js';
export { InMemoryEventStore } from './in-memory-event-store.js';
export { projectionSpecification, recorded } from './projection-specification.js';
