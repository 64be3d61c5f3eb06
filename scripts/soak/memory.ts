import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB, 0 when it is gone. */
export function residentMb(pid: number): number {
  try {
    return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A heap that breathes is no leak: a tenth more and 20 MB are let pass. */
export function isFlat(early: number, late: number): boolean {
  return late <= early * 1.1 + 20;
}
