import { Inject, Injectable } from '@nestjs/common';
import type { CommandRequest } from '#command-handling';
import {
  CLOCK,
  type Clock,
  type Decision,
  type DecisionContext,
  type Recorded,
  type Rejected,
  rejected,
  type StreamFold,
  Transactor,
} from '#event-sourcing';
import { eventActor } from '#identity';
import type { ReservationEvent } from './domain/reservation/events.js';
import { type Reserve, reserve } from './domain/reservation/reserve.js';
import { evolveReservation, initialReservation, type ReservationState } from './domain/reservation/state.js';
import { reservationStream } from './domain/reservation/stream.js';
import { IN_FLIGHT_MS } from './in-flight.js';

/** A value to reserve: its stream's key, how a second holder is refused, and whether the present holder still counts. */
export interface ReservationRequest<Code extends string> extends Omit<Reserve<Code>, 'holder'> {
  readonly key: string;
  /** True while the holder exists and still has the value, false when it gave it up, `undefined` when it never existed. */
  readonly holderIsOpen: (holder: string) => Promise<boolean | undefined>;
}

interface FoldedReservation {
  readonly state: ReservationState;
  readonly madeAt: string;
}

const fold: StreamFold<FoldedReservation, ReservationEvent> = {
  initial: { state: initialReservation, madeAt: '' },
  evolve: ({ state }, event: Recorded<ReservationEvent>) => ({
    state: evolveReservation(state, event),
    madeAt: event.metadata.recordedAt,
  }),
};

/** A reservation names nothing new. */
const newId = (prefix: string): string => prefix;

/** Makes values unique across streams (design.md section 4): one small stream per value says who has it. */
@Injectable()
export class Reservations {
  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reserves every value for the holder; the refusal of the first one that another open thing has. All are asked before
   * the first is reserved, so that a refused holder leaves nothing behind but after a race.
   */
  async reserve<Code extends string>(
    holder: string,
    values: readonly ReservationRequest<Code>[],
    request: CommandRequest,
  ): Promise<Rejected | undefined> {
    for (const value of values) {
      const { folded } = await this.transactor.load(reservationStream(value.key), fold);
      const decision = await this.decide(holder, value, folded, { ...this.clock.now(), actor: request.actor, newId });
      if (decision.outcome === 'rejected') return decision;
    }
    for (const value of values) {
      const refusal = await this.reserveOne(holder, value, request);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }

  private async reserveOne<Code extends string>(
    holder: string,
    value: ReservationRequest<Code>,
    { expectedRevision: _, ...request }: CommandRequest,
  ): Promise<Rejected | undefined> {
    const result = await this.transactor.transact({
      stream: reservationStream(value.key),
      fold,
      origin: { ...request, actor: eventActor(request.actor) },
      decide: (folded, context) => this.decide(holder, value, folded, context),
    });
    if (result.outcome === 'rejected') return result;
    const lost = result.repeated && result.folded.state.holder !== holder && value.confirmedDistinct !== true;
    return lost ? rejected(value.refusal.code, value.refusal.message) : undefined;
  }

  private async decide<Code extends string>(
    holder: string,
    { key: _, holderIsOpen, ...value }: ReservationRequest<Code>,
    { state, madeAt }: FoldedReservation,
    context: DecisionContext,
  ): Promise<Decision<ReservationEvent, Code>> {
    const known = state.holder === undefined ? false : await holderIsOpen(state.holder);
    return reserve({ holder, ...value }, state, context, { holderIsOpen: known ?? this.mayBeOnItsWay(madeAt) });
  }

  private mayBeOnItsWay(madeAt: string): true | undefined {
    return Date.parse(this.clock.now().now) - Date.parse(madeAt) < IN_FLIGHT_MS ? true : undefined;
  }
}
