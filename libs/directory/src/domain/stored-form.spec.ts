import { companyEventSamples, importedCompanyRegistered } from './company/event-samples.js';
import { companyStream } from './company/stream.js';
import { directoryEvents } from './events.js';
import { managerEventSamples, openAbsenceRecorded } from './manager/event-samples.js';
import { managerStream } from './manager/stream.js';
import { personErasedUnderRetention, personEventSamples } from './person/event-samples.js';
import { personStream } from './person/stream.js';
import { reservationMade } from './reservation/event-samples.js';
import { reservationStream } from './reservation/stream.js';

const samples = [
  ...Object.values(companyEventSamples),
  importedCompanyRegistered,
  ...Object.values(personEventSamples),
  personErasedUnderRetention,
  ...Object.values(managerEventSamples),
  openAbsenceRecorded,
  reservationMade,
];

describe('the stored form of the directory', () => {
  it.each(samples.map((sample) => [sample.type, sample] as const))('reads %s as it was written', (type, { data }) => {
    const bytes = JSON.stringify(data);
    expect(directoryEvents[type].data.parse(JSON.parse(bytes))).toEqual(data);
  });

  it('has a sample of every event', () => {
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(Object.keys(directoryEvents)));
  });

  it.each(['name', 'email', 'phone'])('has no room for the %s of a person (I-20)', (field) => {
    const data = { ...personEventSamples.ContactPersonRegistered.data, [field]: 'x' };
    expect(() => directoryEvents.ContactPersonRegistered.data.parse(data)).toThrow('Unrecognized key');
  });

  it('lies in the streams that the reference names', () => {
    expect([
      companyStream('cmp_1'),
      personStream('prs_1'),
      managerStream('mgr_1'),
      reservationStream('cmp_1-SALES'),
    ]).toEqual(['partnerCompany-cmp_1', 'contactPerson-prs_1', 'partnerManager-mgr_1', 'reservation-cmp_1-SALES']);
  });
});
