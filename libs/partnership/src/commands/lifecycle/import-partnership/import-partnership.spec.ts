import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { partnershipImported } from '../../../domain/event-samples/lifecycle.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type ImportPartnership, importPartnership } from './import-partnership.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ today: '2026-01-05' });
const { importedOn: _, ...row } = partnershipImported.data;
const command: ImportPartnership = row;
const facts = { companyKnown: true, batchStaged: true };

describe('Importing a partnership', () => {
  it('records the state it was in, on the day it really began', () => {
    given()
      .when((state) => importPartnership(command, state, context, facts))
      .then({ ...partnershipImported, occurredOn: '2019-05-06' });
  });

  it('begins today when the source does not say since when it exists', () => {
    const { originalStartOn: _start, lastActivityOn: _activity, ...bare } = command;
    const { originalStartOn: _, lastActivityOn: __, ...data } = partnershipImported.data;
    given()
      .when((state) => importPartnership(bare, state, context, facts))
      .then({ type: 'PartnershipImported', occurredOn: '2026-01-05', data });
  });

  it('is refused for a company nobody registered', () => {
    given()
      .when((state) => importPartnership(command, state, context, { ...facts, companyKnown: false }))
      .thenRejected('COMPANY_UNKNOWN');
  });

  it('is refused for a batch that nobody staged', () => {
    given()
      .when((state) => importPartnership(command, state, context, { ...facts, batchStaged: false }))
      .thenRejected('INVALID_STATE');
  });

  it.each(['originalStartOn', 'lastActivityOn', 'lastReviewOn'])('is refused with a %s after today', (field) => {
    given()
      .when((state) => importPartnership({ ...command, [field]: '2026-01-06' }, state, context, facts))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('is refused under the id of a partnership that exists', () => {
    given(partnershipImported)
      .when((state) => importPartnership(command, state, context, facts))
      .thenRejected('INVALID_STATE');
  });
});
