import { setTimeout } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { GraphqlActor } from '../support/graphql-actor.js';
import type { Serving } from './cluster.js';

/** A command that is sent until it is acknowledged. */
export interface FlowingCommand {
  readonly mutation: string;
  /** The member of the result's union that stands for acceptance. */
  readonly accepted: string;
  readonly input: object;
}

/** What the flow stands on. */
export interface CommandFlowParts {
  /** Whoever can be sent a command now. */
  readonly members: () => readonly Serving[];
  readonly actor: (at: Serving) => Promise<GraphqlActor>;
  readonly next: () => number;
  readonly command: (number: number) => FlowingCommand;
  /** Nobody waits for the answers any more. */
  readonly abandoned: AbortSignal;
}

interface Answer {
  readonly __typename: string;
  readonly position?: string;
  readonly code?: string;
  readonly retryable?: boolean;
}

/** How long a client waits before it asks again; long enough that a dead server is not besieged. */
const PAUSE_MS = 20;

/**
 * Clients that send one command after the other, each with an id of its own, to any process that is there, and the same
 * one again until it is accepted.
 */
export class CommandFlow {
  /** The position of each accepted command, by its id. */
  readonly acknowledged = new Map<string, string>();
  /** Commands whose answer never came or was a fault, so that they were sent again. */
  repeated = 0;
  private sent = 0;
  private isOver = false;
  private readonly clients: readonly Promise<void>[];

  constructor(
    count: number,
    private readonly parts: CommandFlowParts,
  ) {
    this.clients = Array.from({ length: count }, () => this.keepSending());
  }

  /** Begins no other command; returns when those under way are accepted. Throws when one was refused. */
  async finish(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  /** Resolves when another command has been accepted. Throws when one was refused. */
  async another(): Promise<void> {
    const { size } = this.acknowledged;
    const failed = Promise.all(this.clients);
    while (this.acknowledged.size === size) await Promise.race([setTimeout(PAUSE_MS), failed]);
  }

  private async keepSending(): Promise<void> {
    while (!this.isOver) {
      const command = this.parts.command((this.sent += 1));
      const commandId = uuidv7();
      this.acknowledged.set(commandId, await this.persistently(commandId, command));
    }
  }

  private async persistently(commandId: string, command: FlowingCommand): Promise<string> {
    for (;;) {
      this.parts.abandoned.throwIfAborted();
      const answer = await this.send(commandId, command).catch(() => undefined);
      if (answer?.position !== undefined) return answer.position;
      if (answer !== undefined && answer.retryable !== true)
        throw new Error(`${command.mutation} was refused: ${JSON.stringify(answer)}`);
      this.repeated += 1;
      await setTimeout(PAUSE_MS);
    }
  }

  /** One attempt; `undefined` when a fault was answered. */
  private async send(commandId: string, { mutation, accepted, input }: FlowingCommand): Promise<Answer | undefined> {
    const actor = await this.parts.actor(await this.anyMember());
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data } = await actor.send<{ readonly answer: Answer }>(
      `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) {
        __typename ... on ${accepted} { position } ... on CommandRejected { code message retryable } } }`,
      { input: { commandId, ...input } },
    );
    return data?.answer;
  }

  private async anyMember(): Promise<Serving> {
    for (;;) {
      this.parts.abandoned.throwIfAborted();
      const members = this.parts.members();
      const member = members[Math.floor(this.parts.next() * members.length)];
      if (member !== undefined) return member;
      await setTimeout(PAUSE_MS);
    }
  }
}
