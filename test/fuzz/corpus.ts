/** Inputs that once went wrong here or elsewhere, each in a file of `corpus/`. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { FuzzedSite } from './site.ts';
import { AS_ADMINISTRATOR, askOnce, deliverOnce, gateOnce, LANES, type Target } from './targets.ts';

const FOLDER = join(import.meta.dirname, 'corpus');

/** A JSON file holds cases: a call of a function, or what a gate, a trigger or a queue is given. */
const cases = z.array(
  z.union([
    z.strictObject({ function: z.string(), payload: z.unknown() }),
    z.strictObject({ gate: z.unknown() }),
    z.strictObject({ event: z.unknown() }),
    z.strictObject({ job: z.unknown() }),
  ]),
);
type Case = z.infer<typeof cases>[number] & { from: string };

/** Every file: a CSV is named `<dataset>.<what is wrong>.csv`, and is imported as a dry run and in earnest. */
export function corpusTarget(site: FuzzedSite): Target<Case> {
  const examples = [...files('csv').flatMap(imports), ...files('json').flatMap(written)];
  return {
    name: 'corpus',
    cases: fc.constantFrom(...examples),
    examples,
    run: async one => {
      if ('function' in one)
        await askOnce(site, one.function, { ...AS_ADMINISTRATOR, payload: one.payload }, false);
      else if ('gate' in one) await gateOnce(site, one.gate);
      else if ('event' in one) await deliverOnce(site, 'trigger', 'ticket-changed', one.event);
      else for (const lane of LANES) await deliverOnce(site, 'consumer', lane, one.job);
    },
  };
}

function files(extension: string): string[] {
  return globSync(join(FOLDER, `*.${extension}`)).sort();
}

function imports(file: string): Case[] {
  const [dataset] = basename(file).split('.');
  const csv = readFileSync(file, 'utf8');
  return [true, false].map(dryRun => ({
    from: basename(file),
    function: 'register.import',
    payload: { dataset, csv, dryRun },
  }));
}

function written(file: string): Case[] {
  return cases.parse(JSON.parse(readFileSync(file, 'utf8'))).map(one => ({ ...one, from: basename(file) }));
}
