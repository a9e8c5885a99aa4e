/** Work that takes its time: main may cancel it by the number of its request, and it is waited for at the end. */
export class Jobs {
  private readonly running = new Map<
    number,
    { readonly control: AbortController; readonly done: Promise<unknown> }
  >();

  async run<T>(request: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const control = new AbortController();
    const done = work(control.signal);
    this.running.set(request, { control, done });
    try {
      return await done;
    } finally {
      this.running.delete(request);
    }
  }

  cancel(request: number): void {
    this.running.get(request)?.control.abort();
  }

  /** Cancels everything, and resolves when it has come to an end: a file is then written whole or taken away. */
  async end(): Promise<void> {
    for (const { control } of this.running.values()) control.abort();
    await Promise.allSettled([...this.running.values()].map(({ done }) => done));
  }
}
