/** Whether a fault says of itself that the same call may succeed later. */
export function isRetryable(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'retryable' in fault && fault.retryable === true;
}
