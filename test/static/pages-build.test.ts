import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentPolicy } from '../../sandbox/web/content-policy.ts';
import { builtForTest } from './build-for-test.ts';
import { pageWeight } from './page-weight.ts';

const PAGES = ['gate.html', 'remit.html', 'responsibility.html', 'set-up.html'];
const KILOBYTE = 1_000;

let folder: string;
beforeAll(async () => {
  folder = await builtForTest();
}, 120_000);

const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('the built pages', () => {
  it('are those that the manifest names, with its icon', () => {
    const manifest = parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')) as {
      resources: { entry: Record<string, string> }[];
    };
    const entries = manifest.resources.flatMap(({ entry }) => Object.values(entry));
    expect(entries.toSorted()).toEqual(PAGES);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([...PAGES, 'remit.svg']));
  });

  it.each(PAGES)('%s refers to its files relatively and has no script of its own text', page => {
    const html = read(page);
    expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
    expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringContaining(' src="./assets/')]);
    expect(contentPolicy(html, {}, [])).not.toMatch(/sha256-/);
  });

  it('carry no source maps and no parser of the server', () => {
    const scripts = readdirSync(join(folder, 'assets')).map(file => `assets/${file}`);
    expect(scripts.filter(file => file.endsWith('.map'))).toEqual([]);
    expect(scripts.map(read).filter(code => code.includes('invalid_union'))).toEqual([]);
  });

  it.each(PAGES)('%s has every design token with the value it has without a theme', page => {
    const sheets = [...read(page).matchAll(/href="\.\/(assets\/[^"]+\.css)"/g)].map(([, file = '']) =>
      read(file),
    );
    const own = sheets.join('').match(/\._(?:headline|title|tab)_[\w-]*\{[^}]*\}/g) ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(own.join('')).not.toMatch(/var\(--ds-[\w-]+\)/);
  });

  it.each(PAGES)('%s stays far below what would keep someone waiting', page => {
    const weight = pageWeight(folder, page);
    expect(weight).toBeGreaterThan(50 * KILOBYTE); // else the measure has missed the scripts
    expect(weight).toBeLessThan(250 * KILOBYTE);
  });
});
