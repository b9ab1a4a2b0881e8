import * as a from '../../domain/event-samples/actions.js';
import * as b from '../../domain/event-samples/agreement.js';
import * as c from '../../domain/event-samples/communication.js';
import * as d from '../../domain/event-samples/lifecycle.js';
import * as e from '../../domain/event-samples/people.js';
import * as f from '../../domain/event-samples/requirements.js';
import * as g from '../../domain/event-samples/results.js';
import * as h from '../../domain/event-samples/reviews.js';
import * as i from '../../domain/event-samples/termination.js';
import * as j from '../../domain/event-samples/wind-down.js';
import { historySentence } from './history-sentence.js';
it('prints', () => {
  const out: string[] = [];
  for (const m of [d, e, b, f, h, a, c, g, i, j]) for (const [name, ev] of Object.entries(m)) if (typeof ev === 'object' && 'type' in ev) out.push(`    [${name}, '${historySentence(ev as never)}'],`);
  process.stdout.write(out.join('\n') + '\n');
});
