import { setTimeout as wait } from 'node:timers/promises';
import { GraphqlFailed, type Refusal } from '../graphql-client.adapter.js';
import { acceptedSelection, type Api, carried, type Carried, isRefused, type OutgoingCommand } from './api.js';

/** Faults and refusals that pass when the same command is sent again a little later. */
const PASSING: ReadonlySet<string> = new Set(['CONCURRENCY_CONFLICT', 'UNAVAILABLE', 'READ_MODEL_BEHIND']);
const PAUSES_MS = [100, 400, 1_600];

/**
 * Sends a command and says what became of it; what passes by itself is tried again. Throws `GraphqlFailed` for faults,
 * with code `UNREACHABLE` when the server is gone.
 */
export async function sendCommand(api: Api, { mutation, input }: OutgoingCommand): Promise<Carried | Refusal> {
  for (const pause of PAUSES_MS) {
    const answer = await attempt(api, { mutation, input });
    const code = answer instanceof GraphqlFailed || isRefused(answer) ? answer.code : undefined;
    if (code === undefined || !PASSING.has(code)) return settled(answer);
    await wait(pause);
  }
  return settled(await attempt(api, { mutation, input }));
}

async function attempt(api: Api, { mutation, input }: OutgoingCommand): Promise<Carried | Refusal | GraphqlFailed> {
  try {
    return carried(mutation, await api.command(mutation, input, acceptedSelection(mutation)));
  } catch (error) {
    if (error instanceof GraphqlFailed) return error;
    throw error;
  }
}

function settled(answer: Carried | Refusal | GraphqlFailed): Carried | Refusal {
  if (answer instanceof GraphqlFailed) throw answer;
  return answer;
}
