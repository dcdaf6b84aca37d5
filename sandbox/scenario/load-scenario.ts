import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Scenario } from './scenario.ts';

const FILES = ['scenario.ts', 'scenario.mjs', 'scenario.js'];

const account = z.strictObject({
  accountId: z.string().min(1),
  displayName: z.string().min(1),
  email: z.string().regex(/^[^:\s]+@[^:\s]+$/, 'an e-mail address'),
  hiddenEmail: z.enum(['null', 'empty', 'absent']).optional(),
  active: z.boolean().optional(),
  groups: z.array(z.string().min(1)).optional(),
  hint: z.string().optional(),
  avatarColour: z.string().optional(),
});

const shape = z.object({
  scenario: z.strictObject({
    accounts: z.array(account).min(1),
    setUp: z
      .custom<NonNullable<Scenario['setUp']>>(value => typeof value === 'function', 'a function')
      .optional(),
  }),
});

/** The folder holds no scenario, or one that the sandbox can't use. */
export class ScenarioRefused extends Error {
  constructor(folder: string, why: string) {
    super(`The scenario ${folder} is refused: ${why}`);
    this.name = 'ScenarioRefused';
  }
}

/** Reads the scenario of a folder. Rejects with {@link ScenarioRefused} when there is none, or says what is wrong with it. */
export async function loadScenario(folder: string): Promise<Scenario> {
  const file = FILES.map(name => join(folder, name)).find(path => existsSync(path));
  if (file === undefined) throw new ScenarioRefused(folder, `it has none of ${FILES.join(', ')}.`);
  const parsed = shape.safeParse(await import(pathToFileURL(file).href));
  if (!parsed.success) throw new ScenarioRefused(folder, z.prettifyError(parsed.error));
  const { scenario } = parsed.data;
  refuseRepeated(
    folder,
    'accountId',
    scenario.accounts.map(({ accountId }) => accountId),
  );
  refuseRepeated(
    folder,
    'email',
    scenario.accounts.map(({ email }) => email.toLowerCase()),
  );
  return scenario;
}

function refuseRepeated(folder: string, what: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) throw new ScenarioRefused(folder, `two accounts have the ${what} ${twice}.`);
}
