import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts we read of vitest's JSON report. */
interface Report {
  success: boolean;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** Counts a run by its report; a run that left none, or that ended badly without saying where, counts as one failure. */
export function countTests(reportFile: string, exitCode: number): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report) : null;
  for (const file of report?.testResults ?? []) {
    const statuses = file.assertionResults.map(({ status }) => status);
    for (const status of statuses) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed') count.failed++;
      else count.skipped++;
    }
    // A file that could not be loaded, or whose beforeAll failed, has no failed test of its own.
    if (file.status === 'failed' && !statuses.includes('failed')) count.failed++;
  }
  if (exitCode !== 0 && count.failed === 0) count.failed++;
  return count;
}
