/** Aborted when the process is told to stop (SIGINT, SIGTERM), which then ends in good order instead of at once. */
export function interruption(): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return stopping.signal;
}
