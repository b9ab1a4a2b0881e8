/** What synchronous work gives, as a promise; what it throws rejects the promise. */
export function promised<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
