import { join } from 'node:path';
import { issueToken, loadOrCreateKey, type OwnKey, type Role } from '#identity';
import type { GraphqlClient } from '../graphql-client.adapter.js';
import { headOfPartnering, partnerManagers } from './own-company.js';

/** How long the demo's tokens hold. */
const TOKEN_LIFETIME = '12h';

/** Who speaks to the API in the demo, each with a token of their own. */
export class Actors {
  private constructor(
    private readonly key: OwnKey,
    private readonly api: GraphqlClient,
  ) {}

  /** The actors of a data directory: their tokens are signed with its key. */
  static async of(dataDirectory: string, apiOf: (token: string) => GraphqlClient): Promise<Actors> {
    const key = await loadOrCreateKey(join(dataDirectory, 'signing-key.json'));
    const token = await issueToken(
      key.signing,
      { subject: headOfPartnering.userId, roles: ['HEAD_OF_PARTNERING'] },
      TOKEN_LIFETIME,
    );
    return new Actors(key, apiOf(token));
  }

  head(): GraphqlClient {
    return this.api;
  }

  async manager(userId: string): Promise<GraphqlClient> {
    return this.api.as(await this.token('PARTNER_MANAGER', userId));
  }

  async representative(partnershipId: string): Promise<GraphqlClient> {
    return this.api.as(await this.token('PARTNER_REP', representativeOf(partnershipId), [partnershipId]));
  }

  async system(): Promise<GraphqlClient> {
    return this.api.as(await this.token('SYSTEM', 'demo'));
  }

  /** A token for each role, for whoever tries the demo; the representative's is for one partnership. */
  async tokens(representedPartnershipId: string): Promise<Readonly<Record<Role, string>>> {
    const manager = partnerManagers.at(-1)?.userId ?? headOfPartnering.userId;
    return {
      HEAD_OF_PARTNERING: await this.token('HEAD_OF_PARTNERING', headOfPartnering.userId),
      PARTNER_MANAGER: await this.token('PARTNER_MANAGER', manager),
      EXECUTIVE: await this.token('EXECUTIVE', 'executive'),
      COMPLIANCE: await this.token('COMPLIANCE', 'ines.albrecht'),
      AUDITOR: await this.token('AUDITOR', 'auditor'),
      ANALYST: await this.token('ANALYST', 'analyst'),
      PARTNER_REP: await this.token('PARTNER_REP', representativeOf(representedPartnershipId), [
        representedPartnershipId,
      ]),
      SYSTEM: await this.token('SYSTEM', 'demo'),
    };
  }

  private token(role: Role, subject: string, partnerships?: readonly string[]): Promise<string> {
    const claims = { subject, roles: [role], ...(partnerships === undefined ? {} : { partnerships }) };
    return issueToken(this.key.signing, claims, TOKEN_LIFETIME);
  }
}

function representativeOf(partnershipId: string): string {
  return `rep-${partnershipId.slice(-8).toLowerCase()}`;
}
