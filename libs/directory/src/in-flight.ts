/** How long a holder of something unique that does not exist yet may still be on its way: longer than any command takes. */
export const IN_FLIGHT_MS = 60_000;
