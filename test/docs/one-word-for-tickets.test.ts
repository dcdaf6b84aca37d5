import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/** All that ends before readers: what is written in comments is held to the same word. */
const FILES = globSync(['src/**/*.ts', 'static/src/**/*.{ts,tsx}', 'manifest.yml', 'docs/**/*.md', '*.md'], {
  cwd: ROOT,
});

/** Where Jira’s interface is quoted, its word stands. */
const JIRA_LABELS = [
  '"Create work items"',
  '_Allow unassigned work items_',
  '_Show for all work items_',
  '_Hide from all work items_',
  '_Settings · Work items_',
];

/** Jira’s other word for a ticket, outside of its own labels. */
function otherWords(text: string): string[] {
  const ours = JIRA_LABELS.reduce((rest, label) => rest.replaceAll(label, ''), text);
  return [...ours.matchAll(/.*\bwork[ -]items?\b(?!-address).*/gi)].map(([line]) => line.trim());
}

describe('what Jira calls a work item', () => {
  it('is a ticket wherever Remit speaks of it', () => {
    expect(FILES.length).toBeGreaterThan(300);
    const found = FILES.flatMap(file =>
      otherWords(readFileSync(join(ROOT, file), 'utf8')).map(line => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it('keeps Jira’s word in the labels of Jira’s own interface', () => {
    expect(otherWords('Choose _Hide from all work items_ in its menu.')).toEqual([]);
    expect(otherWords('There is no work item GOV-1.')).toHaveLength(1);
  });
});
