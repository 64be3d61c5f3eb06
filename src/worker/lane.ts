/** Work of one kind, one at a time. Asked again while it runs, it runs once more afterwards, however often it was asked. */
export interface Lane<T> {
  /** Settles when a run that began after this call has ended. */
  run(): Promise<T>;
  /** Settles when nothing runs or waits any more. */
  idle(): Promise<void>;
}

export function lane<T>(work: () => Promise<T>): Lane<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  function begin(): Promise<T> {
    const run = work();
    running = run;
    const ended = () => {
      if (running === run) running = null;
    };
    run.then(ended, ended);
    return run;
  }
  return {
    run() {
      if (running === null && next === null) return begin();
      next ??= running!
        .catch(() => undefined)
        .then(() => {
          next = null;
          return begin();
        });
      return next;
    },
    async idle() {
      while (running !== null || next !== null) await (next ?? running)?.catch(() => undefined);
    },
  };
}
