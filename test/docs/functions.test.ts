import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FUNCTIONS } from '../../src/contract/functions';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/functions.md'), 'utf8');

/** The rows of the page's table, without their padding. */
const rows = [...PAGE.matchAll(/^\| `.*$/gm)].map(([row]) => row.replaceAll(/ +/g, ' '));

describe('docs/functions.md', () => {
  it('lists every function of the contract as it is', () => {
    expect(rows).toEqual(
      Object.entries(FUNCTIONS).map(
        ([name, { audience, effect, about }]) => `| \`${name}\` | ${audience} | ${effect} | ${about} |`,
      ),
    );
  });
});
