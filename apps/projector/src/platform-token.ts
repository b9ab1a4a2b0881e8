/** Injection token of the projector's {@link Platform}. */
export const PLATFORM = Symbol('Platform');
