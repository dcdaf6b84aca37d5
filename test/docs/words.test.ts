import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/** All that ends before readers: what is written in comments is held to the same words. */
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

/** Words and phrases that no one at work would say, each with what to say. */
const NOT_PLAIN: readonly [RegExp, string][] = [
  [/\bwhoever\b/i, 'the person who'],
  [/\b(no|some|every|any)body\b/i, 'no one, someone, everyone, anyone'],
  [/\banew\b/i, 'again'],
  [/\bmend(s|ed|ing)?\b/i, 'fix, resolve'],
  [/\bputs? right\b/i, 'resolve'],
  [/\b(thereby|whereof|thereof|hence)\b/i, 'so'],
  [/\bof which\b/i, 'a second sentence'],
  [/\b(is|are) to be\b/i, 'must be, will be'],
  [/\bpast (its|their|the|a) gates?\b/i, 'bypass'],
  [/\bnothing leads back\b/i, 'no transition leads back'],
  [/\bas it was made\b/i, 'configuration was changed'],
  [/\bwould go over\b/i, 'will be transferred'],
  [/\bput up for (decision|approval)\b/i, 'submitted'],
  [/\bfollow ticket\b/i, 'reconcile ticket'],
];

/** Every line of the text that has the word. */
function linesWith(word: RegExp, text: string): string[] {
  return text
    .split('\n')
    .filter(line => word.test(line))
    .map(line => line.trim());
}

function found(word: RegExp, read: (text: string) => string = text => text): string[] {
  return FILES.flatMap(file =>
    linesWith(word, read(readFileSync(join(ROOT, file), 'utf8'))).map(line => `${file}: ${line}`),
  );
}

const WORK_ITEM = /\bwork[ -]items?\b(?!-address)/i;

/** Without the labels of Jira’s own interface. */
function ours(text: string): string {
  return JIRA_LABELS.reduce((rest, label) => rest.replaceAll(label, ''), text);
}

describe('what Jira calls a work item', () => {
  it('is a ticket wherever Remit speaks of it', () => {
    expect(FILES.length).toBeGreaterThan(300);
    expect(found(WORK_ITEM, ours)).toEqual([]);
  });

  it('keeps Jira’s word in the labels of Jira’s own interface', () => {
    expect(linesWith(WORK_ITEM, ours('Choose _Hide from all work items_ in its menu.'))).toEqual([]);
    expect(linesWith(WORK_ITEM, ours('There is no work item GOV-1.'))).toHaveLength(1);
  });
});

describe('plain English', () => {
  it.each(NOT_PLAIN)('has other words for %s: %s', word => {
    expect(found(word)).toEqual([]);
  });

  it('notices one of them in a sentence', () => {
    const sentence = 'Whoever approved it may put right what nobody saw.';
    expect(NOT_PLAIN.filter(([word]) => word.test(sentence))).toHaveLength(3);
  });
});
