// What the spec of a projection file needs, so that it is its only import beside the projection.
export { projectionSpecification } from '#event-sourcing/testing';
export {
  active,
  offered,
  onboarding,
  ownContactAssigned,
  partnerContactAssigned,
  partnershipEventSamples,
  prospective,
  readyToActivate,
  terminated,
  windingDown,
} from '#partnership/testing';
