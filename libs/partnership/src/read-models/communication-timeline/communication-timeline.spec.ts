import { indexesOf, openInProcessDocumentStore } from '#document-store';
import { projectionSpecification } from '#event-sourcing/testing';
import type { Actor } from '#identity';
import { communicationLogged } from '../../domain/event-samples/communication.js';
import { CommunicationEntry } from './communication-entry.js';
import { communicationTimeline } from './communication-timeline.js';
import { communicationFilter, communicationVisibleTo, type CommunicationWanted } from './communication-wanted.js';

const { given } = projectionSpecification(communicationTimeline, 'partnership-prt_1');

const call: CommunicationEntry = {
  id: 'com_1',
  partnershipId: 'prt_1',
  on: '2026-03-10',
  at: '2026-03-10T09:30:00.000Z',
  channel: 'CALL',
  direction: 'TWO_WAY',
  scope: 'BETWEEN_PARTNERS',
  substantive: true,
  topic: 'Pipeline for the second quarter',
  participants: [{ personId: 'prs_own' }, { personId: 'prs_partner' }],
  sealedSummary: { keyId: 'key_call', ciphertext: 'c2VhbGVkIGNhbGw=' },
  durationMinutes: 25,
};

describe('the communication timeline', () => {
  it('shows each exchange', () => {
    given(communicationLogged).then({ com_1: call });
  });

  it('names the document that came along', () => {
    const fileRef = { documentId: 'doc_7', sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 12 };
    given({ ...communicationLogged, data: { ...communicationLogged.data, fileRef } }).then({
      com_1: { ...call, documentId: 'doc_7' },
    });
  });

  describe('narrows to', () => {
    const briefing: CommunicationEntry = { ...call, id: 'com_2', on: '2026-03-11', scope: 'INTERNAL_OWN' };
    const newsletter: CommunicationEntry = {
      ...call,
      id: 'com_3',
      on: '2026-03-12',
      channel: 'EMAIL',
      direction: 'OUTBOUND',
      substantive: false,
    };
    const elsewhere: CommunicationEntry = { ...call, id: 'com_4', partnershipId: 'prt_2' };

    async function idsFound(filter: ReturnType<typeof communicationFilter>): Promise<readonly string[]> {
      const store = openInProcessDocumentStore();
      const collection = await store.collection<CommunicationEntry>('timeline', indexesOf(CommunicationEntry));
      const entries = [call, briefing, newsletter, elsewhere];
      await collection.write(entries.map((document) => ({ id: document.id, document, position: '1' })));
      return (await collection.find({ filter, sort: [['on', 'desc']], limit: 10 })).documents.map(({ id }) => id);
    }

    it.each<readonly [string, CommunicationWanted, readonly string[]]>([
      ['one partnership, newest first', {}, ['com_3', 'com_2', 'com_1']],
      ['real exchanges between the partners', { substantive: true, scope: 'BETWEEN_PARTNERS' }, ['com_1']],
      ['what went out', { directions: ['OUTBOUND'] }, ['com_3']],
      ['channels', { channels: ['CALL', 'VIDEO'] }, ['com_2', 'com_1']],
      ['days, both included', { from: '2026-03-10', to: '2026-03-11' }, ['com_2', 'com_1']],
    ])('%s', async (_, wanted, ids) => {
      expect(await idsFound(communicationFilter('prt_1', wanted))).toEqual(ids);
    });

    it('what a partner representative may see: nothing said inside the other company', async () => {
      const representative: Actor = {
        userId: 'nora',
        roles: ['PARTNER_REP'],
        onBehalfOfSide: 'PARTNER',
        partnershipIds: ['prt_1'],
      };
      expect(await idsFound(communicationVisibleTo(representative))).toEqual(['com_3', 'com_1']);
    });
  });
});
