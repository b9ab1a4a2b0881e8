import fc from 'fast-check';
import { addDays, type CalendarDate } from '#calendar';
import type { PersonFacts, Side } from '#directory/domain';
import type { Decision, DecisionContext, EventActor } from '#event-sourcing';
import { otherSide } from '../../domain/declaration.js';
import {
  head,
  ownDeclarer,
  partnerDeclarer,
  representative,
  signedLetter,
} from '../../domain/event-samples/ending-people.js';
import { active } from '../../domain/event-samples/histories.js';
import { counterTerms, offeredTerms } from '../../domain/event-samples/termination.js';
import type { PartnershipEvent, PartnershipEventNamed } from '../../domain/events.js';
import { partnershipEvents } from '../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../domain/state.js';
import { acceptMutualTermination } from './accept-mutual-termination/accept-mutual-termination.js';
import { counterProposeMutualTermination } from './counter-propose-mutual-termination/counter-propose-mutual-termination.js';
import { expireProposal } from './expire-proposal/expire-proposal.js';
import { proposeMutualTermination } from './propose-mutual-termination/propose-mutual-termination.js';
import { rejectMutualTermination } from './reject-mutual-termination/reject-mutual-termination.js';
import { withdrawMutualTerminationProposal } from './withdraw-mutual-termination-proposal/withdraw-mutual-termination-proposal.js';

const names = ['propose', 'counter', 'accept', 'reject', 'withdraw', 'expire'] as const;

/** One thing that somebody tries; whether it is allowed is not its business. */
interface Attempt {
  readonly name: (typeof names)[number];
  readonly side: Side;
  readonly actor: EventActor;
  /** Who is named as the declaring person, now and then one of the other side. */
  readonly declarer: PersonFacts;
  /** Which of the offers made so far is meant, counted from the latest. */
  readonly offersBack: number;
  readonly otherTerms: boolean;
  readonly binding: boolean;
  readonly daysLater: number;
  readonly answerDays: number;
  readonly endsInDays: number;
}

const people: Readonly<Record<Side, readonly PersonFacts[]>> = {
  OWN: [ownDeclarer, { ...ownDeclarer, personId: 'prs_own2' }],
  PARTNER: [partnerDeclarer, { ...partnerDeclarer, personId: 'prs_partner2' }],
};

/** True once in a while: enough to be tried, rare enough for the others to get somewhere. */
const mistake = fc.nat(9).map((n) => n === 0);

const attempt: fc.Arbitrary<Attempt> = fc
  .record({
    name: fc.constantFrom(...names),
    side: fc.constantFrom<Side>('OWN', 'PARTNER'),
    foreignActor: mistake,
    foreignPerson: mistake,
    deputy: fc.boolean(),
    offersBack: mistake.map(Number),
    otherTerms: mistake,
    binding: fc.boolean(),
    daysLater: fc.nat(10),
    answerDays: fc.integer({ min: 7, max: 30 }),
    endsInDays: fc.nat(20),
  })
  .map(({ foreignActor, foreignPerson, deputy, ...tried }) => ({
    ...tried,
    actor: (tried.side === 'OWN') === foreignActor ? representative : head,
    declarer: people[foreignPerson ? otherSide(tried.side) : tried.side][deputy ? 1 : 0] ?? ownDeclarer,
  }));

type Opened = PartnershipEventNamed<'MutualTerminationProposed' | 'MutualTerminationCounterProposed'>;

function isOpened(event: PartnershipEvent): event is Opened {
  return event.type === 'MutualTerminationProposed' || event.type === 'MutualTerminationCounterProposed';
}

/** The offers that a log leaves open, told from the events alone. */
function openOffers(log: readonly PartnershipEvent[]): readonly string[] {
  const open = new Set<string>();
  for (const event of log) {
    if (event.type === 'MutualTerminationCounterProposed') open.delete(event.data.supersedesProposalId);
    if (isOpened(event)) open.add(event.data.proposalId);
    else if (event.type.startsWith('MutualTermination') && 'proposalId' in event.data)
      open.delete(event.data.proposalId);
  }
  return [...open];
}

type Decide = (
  attempt: Attempt,
  offer: Opened['data'] | undefined,
  state: PartnershipState,
  context: DecisionContext,
) => Decision<PartnershipEvent>;

const deciders: Readonly<Record<Attempt['name'], Decide>> = {
  propose: (attempt, offer, state, context) =>
    proposeMutualTermination(offering(attempt, offer, context), state, context, attempt),
  counter: (attempt, offer, state, context) =>
    counterProposeMutualTermination(offering(attempt, offer, context), state, context, attempt),
  accept: (attempt, offer, state, context) => {
    const termsHash = attempt.otherTerms ? '0'.repeat(64) : (offer?.termsHash ?? '');
    return acceptMutualTermination({ ...declaration(attempt, offer), ...signed, termsHash }, state, context, attempt);
  },
  reject: (attempt, offer, state, context) =>
    rejectMutualTermination(declaration(attempt, offer), state, context, attempt),
  withdraw: (attempt, offer, state, context) =>
    withdrawMutualTerminationProposal(declaration(attempt, offer), state, context, attempt),
  expire: (attempt, offer, state, context) => expireProposal(declaration(attempt, offer), state, context),
};

const signed = { authority: 'STATUTORY', form: 'WRITTEN', fileRef: signedLetter } as const;

function declaration({ side, declarer }: Attempt, offer: Opened['data'] | undefined) {
  return { proposalId: offer?.proposalId ?? 'tpr_none', side, declaredBy: declarer.personId, reason: 'As discussed.' };
}

function offering(attempt: Attempt, offer: Opened['data'] | undefined, { today }: DecisionContext) {
  return {
    ...declaration(attempt, offer),
    ...signed,
    terms: { ...(attempt.side === 'OWN' ? offeredTerms : counterTerms), endsOn: addDays(today, attempt.endsInDays) },
    acceptBy: addDays(today, attempt.answerDays),
    binding: attempt.binding,
    requestedBy: 'jana',
  };
}

function decide(
  attempt: Attempt,
  state: PartnershipState,
  log: readonly PartnershipEvent[],
  today: CalendarDate,
): Decision<PartnershipEvent> {
  const offers = log.filter(isOpened);
  return deciders[attempt.name](attempt, offers.at(-1 - attempt.offersBack)?.data, state, {
    now: `${today}T09:00:00.000Z`,
    today,
    actor: attempt.actor,
    newId: (prefix, index = 0) => `${prefix}_${String(offers.length)}x${String(index)}`,
  });
}

/** Everything that happens when these things are tried one after the other, as time goes by. */
function play(
  attempts: readonly Attempt[],
  eachStep: (log: readonly PartnershipEvent[], state: PartnershipState) => void,
) {
  let log: readonly PartnershipEvent[] = active;
  let state = active.reduce(evolvePartnership, initialPartnership);
  let today = '2026-03-02';
  for (const each of attempts) {
    today = addDays(today, each.daysLater);
    const decision = decide(each, state, log, today);
    if (decision.outcome === 'rejected') continue;
    log = [...log, ...decision.events];
    state = decision.events.reduce(evolvePartnership, state);
    eachStep(log, state);
  }
  return log;
}

describe('Whatever the two sides try in whatever order', () => {
  const attempts = fc.array(attempt, { minLength: 1, maxLength: 30, size: 'max' });

  it('never are two offers open at the same time (I-13)', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        play(tried, (log, { termination }) => {
          const open = openOffers(log);
          expect(open.length).toBeLessThanOrEqual(1);
          expect(termination.openProposalId).toBe(open[0]);
          const openInState = Object.values(termination.proposals).filter(({ status }) => status === 'OPEN');
          expect(openInState.map(({ proposalId }) => proposalId)).toEqual(open);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('an agreed end rests on two consents of different sides and persons to the same terms, given in time (I-14 to I-16)', () => {
    let agreements = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const log = play(tried, () => undefined);
        const accepted = log.filter((event) => event.type === 'MutualTerminationAccepted');
        expect(accepted.length).toBe(log.filter((event) => event.type === 'WindDownBegun').length);
        expect(accepted.length).toBeLessThanOrEqual(1);
        for (const { data } of accepted) {
          agreements += 1;
          const offer = log.filter(isOpened).find((event) => event.data.proposalId === data.proposalId)?.data;
          const { consent: second, firstConsent: first } = data;
          expect(new Set([first.side, second.side])).toEqual(new Set(['OWN', 'PARTNER']));
          expect(first.personId).not.toBe(second.personId);
          expect(offer?.consent).toMatchObject(first);
          expect(data.termsHash).toBe(offer?.termsHash);
          expect(second.declaredOn <= (offer?.acceptBy ?? '')).toBe(true);
          expect(data.endsOn >= second.declaredOn).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(agreements).toBeGreaterThan(0);
  });

  it('every event can be stored, and none is dated before the one it answers', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const log = play(tried, () => undefined);
        for (const { type, data } of log) expect(partnershipEvents[type].data.parse(data)).toEqual(data);
        const dates = log.map(({ occurredOn }) => occurredOn);
        expect(dates).toEqual([...dates].sort());
      }),
      { numRuns: 100 },
    );
  });
});
