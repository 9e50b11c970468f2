import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playwrightCounts, verifyCounts, vitestCounts, vitestGroups } from '../../scripts/counts.mjs';

function withFile<T>(content: unknown, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  try {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('the groups of a run are said with what was tried in each, and those that were left out', () => {
  const result = (group: string, title: string, status: string) => ({ ancestorTitles: [group, 'inner'], title, status });
  const testResults = [
    { assertionResults: [result('Keras', 'circles', 'passed'), result('Keras', 'moons', 'failed')] },
    { assertionResults: [result('PyTorch', 'circles', 'skipped')] },
  ];
  expect(withFile({ testResults }, vitestGroups)).toEqual({ ran: ['Keras: circles; moons'], leftOut: ['PyTorch'] });
  expect(vitestGroups('/nowhere/report.json')).toEqual({ ran: [], leftOut: [] });
});

describe('counts', () => {
  it('of Vitest leave out what was skipped', () => {
    expect(withFile({ numTotalTests: 9, numPassedTests: 5, numFailedTests: 2, numPendingTests: 2 }, vitestCounts)).toEqual({ passed: 5, failed: 2 });
  });

  it('of Playwright count a test that passed when repeated as passed', () => {
    expect(withFile({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 } }, playwrightCounts)).toEqual({ passed: 6, failed: 2 });
  });

  it('of a runner that wrote nothing are none: its stage has failed', () => {
    expect(vitestCounts('/nowhere/report.json')).toEqual({ passed: 0, failed: 0 });
    expect(playwrightCounts('/nowhere/report.json')).toEqual({ passed: 0, failed: 0 });
  });

  it('of lab verify are its experiments', () => {
    const output = 'ok     batch-size (1.2 s)\nFAILED eckerle4 (0.4 s)\nok     epochs (3.0 s)\n1 problem\n';
    expect(verifyCounts(output)).toEqual({ passed: 2, failed: 1 });
  });
});
