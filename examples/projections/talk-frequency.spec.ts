import { active, partnershipEventSamples, projectionSpecification } from '#analytics/testing';
import projection, { type TalkFrequency } from './talk-frequency.js';

const { given } = projectionSpecification(projection, 'partnership-prt_1');
const { CommunicationLogged, PartnershipImported } = partnershipEventSamples;

const none: TalkFrequency = { id: 'prt_1', category: 'SALES', conversations: 0 };

function talkedOn(on: string, scope: 'BETWEEN_PARTNERS' | 'INTERNAL_OWN' = 'BETWEEN_PARTNERS') {
  return { ...CommunicationLogged, data: { ...CommunicationLogged.data, on, scope } };
}

describe('talk-frequency', () => {
  it('counts none as long as nobody talked', () => {
    given(...active).then({ prt_1: none });
    given(PartnershipImported).then({ prt_1: none });
  });

  it('counts, and says which day was the last', () => {
    given(...active, talkedOn('2026-03-09'), talkedOn('2026-03-02')).then({
      prt_1: { ...none, conversations: 2, lastOn: '2026-03-09' },
    });
  });

  it('does not count what the own company says to itself', () => {
    given(...active, talkedOn('2026-03-09', 'INTERNAL_OWN')).then({ prt_1: none });
  });

  it('needs a partnership', () => {
    given(CommunicationLogged).then({});
  });
});
