import { projectionSpecification } from '#event-sourcing/testing';
import { partnershipEventSamples } from '../../domain/event-samples.js';
import { retentionDuties } from './retention-duties.js';

const { given } = projectionSpecification(retentionDuties, 'partnership-prt_1');
const { AgreementRecorded, MutualTerminationProposed, ReviewHeld } = partnershipEventSamples;

describe('the duty to keep what a person signed or declared', () => {
  it('binds every signatory for six years from the end of the calendar year', () => {
    const signed = { ...AgreementRecorded, occurredOn: '2026-01-20' };
    const persons = AgreementRecorded.data.signatories.map(({ personId }) => personId);
    given(signed).then(Object.fromEntries(persons.map((personId) => [personId, { until: '2032-12-31' }])));
  });

  it('grows with a later declaration and never shrinks with an earlier one', () => {
    const declared = (occurredOn: string) => ({ ...MutualTerminationProposed, occurredOn });
    const { personId } = MutualTerminationProposed.data.consent;
    given(declared('2026-03-02'), declared('2024-03-02')).then({ [personId]: { until: '2032-12-31' } });
    given(declared('2024-03-02'), declared('2026-03-02')).then({ [personId]: { until: '2032-12-31' } });
  });

  it('does not come from taking part in a review', () => {
    given(ReviewHeld).then({});
  });
});
