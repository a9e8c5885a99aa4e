/** Stops on a bug: a condition the code itself must guarantee. Never used for what a user, file or peer can cause. */
export function assert(condition: boolean, claim: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${claim}`);
}

/** Takes a value that the surrounding code has proved to be there. */
export function known<T>(value: T | null | undefined, claim: string): T {
  assert(value !== null && value !== undefined, claim);
  return value;
}
