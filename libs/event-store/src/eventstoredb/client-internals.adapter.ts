/** What both client packages have and need, but keep from their public types. */
interface ClientInternals {
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
  getChannel(): Promise<{ close(): void }>;
  dispose(): Promise<void>;
}

/** The server's version; asking for it is also the cheapest way to find out whether the server is there. */
export async function serverVersionOf(client: object): Promise<string> {
  const { capabilities } = client as ClientInternals;
  return (await capabilities).serverVersion;
}

/** Ends every call and closes the channel, which `dispose` alone leaves open. */
export async function closeClient(client: object): Promise<void> {
  const internals = client as ClientInternals;
  await internals.dispose();
  try {
    (await internals.getChannel()).close();
  } catch {
    // no channel can be made to a cluster that does not answer, so there is none to close
  }
}
