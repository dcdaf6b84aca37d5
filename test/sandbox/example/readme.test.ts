import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it.each(['app/src/index.js', 'scenario/scenario.ts'])(
  'sandbox/README.md shows %s as it is run here',
  file => {
    expect(read('../../../sandbox/README.md')).toContain(read(`./${file}`));
  },
);
