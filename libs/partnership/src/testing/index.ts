export { offered, terminated, windingDown } from '../domain/event-samples/ending-histories.js';
export { active, onboarding, prospective, readyToActivate } from '../domain/event-samples/histories.js';
export { ownContactAssigned, partnerContactAssigned } from '../domain/event-samples/people.js';
export { partnershipEventSamples } from '../domain/event-samples.js';
