import { openInProcessDocumentStore } from '#document-store';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import { EventHub, ProjectionEngine, ReactionRunner } from '#projections';
import { Lifecycle } from '../lifecycle.adapter.js';
import { createLog } from '../log.adapter.js';
import type { Dependency, DependencyHealth } from './dependency.js';
import { ReadinessCheck } from './readiness-check.adapter.js';
import { documentStoreDependency, eventStoreDependency } from './store-dependencies.adapter.js';

const store = new InMemoryEventStore();
const documents = openInProcessDocumentStore();
const hub = new EventHub({ store, codec: createEventCodec({ definitions: {}, upcasts: {} }) });
const noFailure = (dependency: string): void => {
  throw new Error(`${dependency} has failed`);
};

function checkOf(dependencies: readonly Dependency[]): ReadinessCheck {
  return new ReadinessCheck({
    lifecycle: new Lifecycle(),
    dependencies,
    engine: new ProjectionEngine({ hub, documents }),
    reactions: new ReactionRunner({ hub, documents }),
    counts: 'all',
    maxLagSeconds: 60,
    log: createLog('silent'),
  });
}

describe('the check of readiness', () => {
  it('asks a dependency once for all who ask while it answers, and again after that', async () => {
    const answers: ((health: DependencyHealth) => void)[] = [];
    const health = () => new Promise<DependencyHealth>((resolve) => answers.push(resolve));
    const check = checkOf([{ name: 'slow', health }]);
    const asked = [check.check(), check.check(), check.check()];
    answers[0]?.({ status: 'up' });
    const [first, ...others] = await Promise.all(asked);
    expect(first?.dependencies).toEqual({ slow: { status: 'up' } });
    expect([answers.length, ...others]).toEqual([1, first, first]);
    void check.check();
    expect(answers).toHaveLength(2);
  });
});

describe('a store', () => {
  it('is up when it answers', async () => {
    expect(await eventStoreDependency(store, () => false, noFailure).health()).toEqual({ status: 'up' });
    expect(await documentStoreDependency(documents, noFailure).health()).toEqual({ status: 'up' });
  });

  it('is down when it does not answer in time', async () => {
    const silent = { ...documents, ping: () => new Promise<void>(() => undefined) };
    expect(await documentStoreDependency(silent, noFailure).health()).toEqual({
      status: 'down',
      detail: 'no answer within 2000 ms',
    });
  });

  it('is down while the subscription is being restored, whatever it answers', async () => {
    expect(await eventStoreDependency(store, () => true, noFailure).health()).toEqual({
      status: 'down',
      detail: 'the subscription is being restored',
    });
  });
});
