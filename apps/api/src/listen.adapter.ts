import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Configuration, ConfigurationInvalid } from './configuration.js';

/**
 * Opens the server's port; resolves to its address. Not through Nest's own `listen`, which logs a refusal before it throws
 * it. Throws {@link ConfigurationInvalid} with one line about PORT or HOST when the system does not give the address.
 */
export async function listen(
  app: NestFastifyApplication,
  { port, host }: Pick<Configuration, 'port' | 'host'>,
): Promise<string> {
  await app.init();
  try {
    const url = await app.getHttpAdapter().getInstance().listen({ port, host });
    return url.replace('[::1]', 'localhost');
  } catch (error) {
    throw refusal(error, port, host);
  }
}

function refusal(error: unknown, port: number, host: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigurationInvalid(
        `PORT is ${String(port)}, where another program listens on ${host} already. Stop that one, or set PORT (--port for the demo) to a free port; 0 takes one.`,
        { cause: error },
      );
    case 'EACCES':
      return new ConfigurationInvalid(
        `PORT is ${String(port)}, where this user may not listen. Set PORT (--port for the demo) to one from 1024 on.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigurationInvalid(
        `HOST is "${host}", which is no address of this machine. Set it to one of them, or leave it out for 127.0.0.1.`,
        { cause: error },
      );
    case undefined:
    default:
      return error;
  }
}
