import { type Server, startServer } from './server.js';

/** A bare Nest + Apollo server in its default settings, on the first core, as something to measure against. */
export interface BareServer extends Server {
  readonly platform: 'Express' | 'Fastify';
  /**
   * True on Express, which Nest takes unless told otherwise: what issue 3 asks Accord to be measured against. Fastify, the
   * faster one and Accord's own, is measured beside it without a target (ADR 63).
   */
  readonly isDefault: boolean;
}

/** Starts a bare server on each platform of Nest, with the rows in a file for the one query that it answers. */
export function startBareServers(rows?: string): Promise<readonly BareServer[]> {
  const platforms = ['Express', 'Fastify'] as const;
  return Promise.all(
    platforms.map(async (platform) => {
      const args = rows === undefined ? [platform] : [platform, rows];
      const server = await startServer(new URL('./bare-server.js', import.meta.url), { args, core: 0 });
      return { ...server, platform, isDefault: platform === 'Express' };
    }),
  );
}
