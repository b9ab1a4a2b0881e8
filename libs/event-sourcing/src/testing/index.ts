export { decisionSpecification, testActor, testContext } from './decision-specification.js';
export type { DecisionExpectation } from './decision-specification.js';
export { projectionSpecification, recorded } from './projection-specification.js';
