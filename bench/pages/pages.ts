import { join } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '../../test/support/browser.ts';
import { pageWeight } from '../../test/static/page-weight.ts';
import { SCENARIOS } from '../../test/static/preview/scenarios.ts';
import { startPreview } from '../../test/static/preview/server.ts';
import { inTemporaryFolder, ROOT } from '../bundle.ts';
import { ratioOf, rounded, spreadOf, takingTurns, type Benchmark, type Line } from '../measure.ts';
import { interactiveAfter } from './interactive.ts';

const TURNS = 9;
const BUILT = join(ROOT, 'static', 'dist');

/** A page in the state that most people see it in; `there` is what people act on, or read where they can only read. */
const OPENED: Record<string, { scenario: string; there: string }> = {
  responsibility: { scenario: 'approver', there: 'main button' },
  'set-up': { scenario: 'set-up-complete', there: 'main button' },
  remit: { scenario: 'waiting', there: 'main table a[href], main li a[href], main li button' },
  gate: { scenario: 'gate-validator', there: 'main p' },
};

/** What a browser gets of each page, and how soon a person can act on it, beside an empty Atlaskit page. */
export const pages: Benchmark = {
  names: Object.keys(OPENED).flatMap(page => [`page-${page}-transfer`, `page-${page}-interactive`]),
  run: () =>
    inTemporaryFolder(async empty => {
      await buildEmptyPage(empty);
      const [app, without] = [await startPreview(BUILT, SCENARIOS), await startPreview(empty, SCENARIOS)];
      const browser = await launchBrowser();
      try {
        const lines: Line[] = [];
        for (const [page, { scenario, there }] of Object.entries(OPENED)) {
          lines.push(transfer(page, empty));
          const { subject, baseline } = await takingTurns(
            TURNS,
            () => interactiveAfter(browser, app.urlOf(scenario), there),
            () => interactiveAfter(browser, without.urlOf('approver'), 'main button'),
          );
          lines.push({
            name: `page-${page}-interactive`,
            unit: 'ms',
            ...subject,
            baseline: { name: 'an empty Atlaskit page', ...baseline },
            ratio: ratioOf(subject, baseline),
            goal: 'beside the empty page; no figure is asked for',
            with: { more: rounded(subject.median - baseline.median) },
          });
        }
        return lines;
      } finally {
        await browser.close();
        await app.close();
        await without.close();
      }
    }),
};

async function buildEmptyPage(outDir: string): Promise<void> {
  await build({
    configFile: join(import.meta.dirname, 'empty', 'vite.config.ts'),
    configLoader: 'runner',
    mode: 'production',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}

function transfer(page: string, empty: string): Line {
  const kilobytes = (folder: string, name: string) => spreadOf([pageWeight(folder, `${name}.html`) / 1_000]);
  const [subject, baseline] = [kilobytes(BUILT, page), kilobytes(empty, 'responsibility')];
  return {
    name: `page-${page}-transfer`,
    unit: 'kB gzipped',
    ...subject,
    baseline: { name: 'an empty Atlaskit page', ...baseline },
    ratio: ratioOf(subject, baseline),
    goal: '≤ 250 kB',
  };
}
