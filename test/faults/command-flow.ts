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
  readonly message?: string;
  readonly retryable?: boolean;
}

/** A command that is not acknowledged yet: how often it has been sent, to whom the last time, and what came of the time before. */
interface UnderWay {
  readonly mutation: string;
  sent: number;
  at?: string;
  lastAnswer?: Answer;
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
  private readonly underWay = new Map<string, UnderWay>();
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

  /** What the clients wait for now, by the ids of commands. */
  get waiting(): Readonly<Record<string, UnderWay>> {
    return Object.fromEntries(this.underWay);
  }

  private async keepSending(): Promise<void> {
    while (!this.isOver) {
      const command = this.parts.command((this.sent += 1));
      const commandId = uuidv7();
      this.acknowledged.set(commandId, await this.persistently(commandId, command));
    }
  }

  private async persistently(commandId: string, command: FlowingCommand): Promise<string> {
    const underWay: UnderWay = { mutation: command.mutation, sent: 0 };
    this.underWay.set(commandId, underWay);
    for (;;) {
      const member = await this.anyMember();
      underWay.sent += 1;
      underWay.at = member.url;
      const answer = await this.send(member, commandId, command).catch(lost);
      underWay.lastAnswer = answer;
      if (answer.position !== undefined) {
        this.underWay.delete(commandId);
        return answer.position;
      }
      if (answer.retryable !== true) throw new Error(`${command.mutation} was refused: ${JSON.stringify(answer)}`);
      this.repeated += 1;
      await setTimeout(PAUSE_MS);
    }
  }

  /** One attempt. Throws when no answer comes, or that of a process on its way out. */
  private async send(
    member: Serving,
    commandId: string,
    { mutation, accepted, input }: FlowingCommand,
  ): Promise<Answer> {
    const actor = await this.parts.actor(member);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors = [] } = await actor.send<{ readonly answer: Answer }>(
      `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) {
        __typename ... on ${accepted} { position } ... on CommandRejected { code message retryable } } }`,
      { input: { commandId, ...input } },
    );
    if (data?.answer !== undefined) return data.answer;
    const [fault] = errors;
    if (fault === undefined) throw new Error('Nothing was answered: the process ends.');
    return { __typename: 'Fault', message: JSON.stringify(fault), retryable: fault.extensions.code === 'UNAVAILABLE' };
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

/** Whether it was carried out is not known: the same command is sent again. */
function lost(error: unknown): Answer {
  return { __typename: 'Lost', message: String(error), retryable: true };
}
