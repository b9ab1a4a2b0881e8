import assert from 'node:assert/strict';
import type { Decision, DecisionContext } from '../decision.js';
import type { DomainEvent, EventActor } from '../event.js';

/** An actor of the own side for specs. */
export function testActor(overrides: Partial<EventActor> = {}): EventActor {
  return { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN', ...overrides };
}

/** A decision context for specs: 2026-03-31 by default, ids `rev_1`, `rev_2`, … */
export function testContext(overrides: Partial<DecisionContext> = {}): DecisionContext {
  const today = overrides.today ?? '2026-03-31';
  return {
    now: `${today}T09:00:00.000Z`,
    today,
    actor: testActor(),
    newId: (prefix, index = 0) => `${prefix}_${String(index + 1)}`,
    ...overrides,
  };
}

/** The last link of a specification: what the decision must have led to. Equality is exact, order included. */
export interface DecisionExpectation<Event extends DomainEvent> {
  /** Accepted with exactly these events, in this order. */
  then(...expected: readonly Event[]): void;
  /** Accepted, nothing to write. */
  thenNothing(): void;
  /** Refused with this code and, if given, exactly these detail codes in this order. */
  thenRejected(code: string, detailCodes?: readonly string[]): void;
  /** Refused with `INVALID_STATE`, because this is the present state. */
  thenRefusedIn(currentState: string): void;
  /** Accepted with exactly these warning codes. */
  thenWarned(...codes: readonly string[]): void;
}

/**
 * Given events, when a command is decided, then events or a rejection.
 *
 * `const { given } = decisionSpecification(initialState, evolve);`
 * `given(proposed).when((state) => abandonPartnership(command, state, testContext())).then(abandoned);`
 */
export function decisionSpecification<State, Event extends DomainEvent>(
  initial: State,
  evolve: (state: State, event: Event) => State,
): {
  given(...history: readonly Event[]): {
    when(decide: (state: State) => Decision<Event>): DecisionExpectation<Event>;
  };
} {
  return {
    given: (...history) => ({
      when: (decide) => expectation(decide(history.reduce(evolve, initial))),
    }),
  };
}

function expectation<Event extends DomainEvent>(decision: Decision<Event>): DecisionExpectation<Event> {
  const events = (): readonly Event[] => {
    if (decision.outcome === 'rejected')
      assert.fail(`expected to be accepted, but was rejected: ${JSON.stringify(decision.rejection, null, 2)}`);
    return decision.events;
  };
  return {
    then: (...expected) => {
      assert.notEqual(expected.length, 0, 'use thenNothing() to say that nothing happens');
      assert.deepStrictEqual(events(), expected);
    },
    thenNothing: () => {
      assert.deepStrictEqual(events(), []);
    },
    thenRejected: (code, detailCodes) => {
      if (decision.outcome === 'accepted')
        assert.fail(`expected ${code}, but was accepted with ${JSON.stringify(decision.events, null, 2)}`);
      assert.equal(decision.rejection.code, code);
      if (detailCodes !== undefined)
        assert.deepStrictEqual(
          decision.rejection.details.map((detail) => detail.code),
          detailCodes,
        );
    },
    thenRefusedIn: (currentState) => {
      if (decision.outcome === 'accepted')
        assert.fail(`expected INVALID_STATE, but was accepted with ${JSON.stringify(decision.events, null, 2)}`);
      assert.deepStrictEqual(
        [decision.rejection.code, decision.rejection.currentState],
        ['INVALID_STATE', currentState],
      );
    },
    thenWarned: (...codes) => {
      events();
      assert.deepStrictEqual(decision.outcome === 'accepted' ? decision.warnings.map(({ code }) => code) : [], codes);
    },
  };
}
