import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; fails with what was waited for. @param seconds at the most */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await sleep(50);
  }
}
