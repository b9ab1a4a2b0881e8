import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { reservationMade } from './event-samples.js';
import { holdsReservation, reserve, type Reserve } from './reserve.js';
import { evolveReservation, initialReservation } from './state.js';

const { given } = decisionSpecification(initialReservation, evolveReservation);
const context = testContext();
const refusal = { code: 'TAKEN', message: 'Another one has it. Take that one.', path: 'lei' };
const forSecond: Reserve<string> = { holder: 'cmp_2', refusal };
const madeForSecond = { type: 'ReservationMade', occurredOn: context.today, data: { holder: 'cmp_2' } } as const;

describe('reserving a value', () => {
  it('gives a free value to the first who asks', () => {
    given()
      .when((state) => reserve(forSecond, state, context, { holderIsOpen: undefined }))
      .then(madeForSecond);
  });

  it.each([true, false, undefined])('changes nothing for the holder (open: %s)', (holderIsOpen) => {
    given(reservationMade)
      .when((state) => reserve({ holder: 'cmp_1', refusal }, state, context, { holderIsOpen }))
      .thenNothing();
  });

  it('refuses a second one while the holder is open, with the code of the caller', () => {
    given(reservationMade)
      .when((state) => reserve(forSecond, state, context, { holderIsOpen: true }))
      .thenRejected('TAKEN', ['TAKEN']);
  });

  it('names holder and field in the refusal', () => {
    const state = evolveReservation(initialReservation, reservationMade);
    expect(reserve(forSecond, state, context, { holderIsOpen: true })).toMatchObject({
      rejection: { message: refusal.message, details: [{ code: 'TAKEN', message: 'held by cmp_1', path: 'lei' }] },
    });
  });

  it.each([
    ['never came to exist', undefined],
    ['was closed or gave it up', false],
  ])('takes a value over from a holder that %s', (_case, holderIsOpen) => {
    given(reservationMade)
      .when((state) => reserve(forSecond, state, context, { holderIsOpen }))
      .then(madeForSecond);
  });

  it('leaves a shared value with the first, and refuses nobody who is confirmed to be another one', () => {
    given(reservationMade)
      .when((state) => reserve({ ...forSecond, confirmedDistinct: true }, state, context, { holderIsOpen: true }))
      .thenNothing();
  });

  it('belongs to the last one who reserved it', () => {
    const taken = [reservationMade, madeForSecond].reduce(evolveReservation, initialReservation);
    expect([holdsReservation(taken, 'cmp_1'), holdsReservation(taken, 'cmp_2')]).toEqual([false, true]);
  });
});
