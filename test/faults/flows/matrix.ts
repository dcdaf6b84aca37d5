import { z } from 'zod';
import { COMPLETE } from '../../acceptance/site/governance.ts';
import { moves, type Flow, type Step, type World } from '../flow.ts';

const workType = 'Responsibility change';
const CHANGE = 'GOV-2';
const REMOVED = 'gov-risk-acceptance';
const ROW = 'asset-account-provisioning.aws';
const UPLOAD = '5b0ff2d4-3a2e-4bb0-8f0f-3c1cf35a3f4f';

/** The file of the version in force, with one row that someone else is accountable for, in two parts. */
async function importPart(world: World, number: number): Promise<unknown> {
  const csv = await (await world.office()).exported({ version: 1 });
  const half = Math.ceil(csv.length / 2);
  const text = number === 1 ? csv.slice(0, half) : csv.slice(half);
  const part = { upload: UPLOAD, number, of: 2 };
  return world.invoke('register.import', { dataset: 'responsibilities', csv: text, part });
}

async function rowOf(world: World) {
  const { rows, revision } = await (await world.office()).draft();
  const row = rows.find(({ id }) => id === ROW);
  if (!row) throw new Error(`The draft has no row ${ROW}.`);
  return { row, revision };
}

async function hasDraft(world: World): Promise<boolean> {
  const { draft } = z.object({ draft: z.unknown() }).parse(await world.invoke('matrix.draft'));
  return draft !== null;
}

const EDITS_ROW: Step = {
  does: 'edit a row',
  act: async world => {
    const { row, revision } = await rowOf(world);
    const changed = { ...row, accountable: ['ciso'] };
    return world.invoke('matrix.edit', { edit: 'put row', revision, row: changed });
  },
};

/** A change of the matrix: drafted in two ways, sent back, approved, and in force; an open ticket follows it. */
export const MATRIX: Flow = {
  name: 'matrix',
  beginning: 'company',
  steps: [
    {
      does: 'import, part 1',
      before: async world => (await world.site()).submitted({ ...COMPLETE, 'Account owner': 'app' }),
      act: world => importPart(world, 1),
    },
    { does: 'import, part 2', act: world => importPart(world, 2) },
    EDITS_ROW,
    { does: 'open the change', act: world => world.invoke('matrix.submit') },
    moves({ key: CHANGE, by: 'admin', name: 'Submit', to: 'Awaiting approval', workType }),
    moves({ key: CHANGE, by: 'ceo', name: 'Rework', to: 'Draft', workType }),
    {
      does: 'remove a row',
      act: async world => {
        const { revision } = await rowOf(world);
        return world.invoke('matrix.edit', { edit: 'remove row', revision, id: REMOVED });
      },
      isDone: async world => !(await (await world.office()).draft()).rows.some(({ id }) => id === REMOVED),
    },
    moves({ key: CHANGE, by: 'admin', name: 'Submit', to: 'Awaiting approval', workType }),
    moves({ key: CHANGE, by: 'ceo', name: 'Approve', to: 'Approved', workType }),
    { does: 'start a draft', act: world => world.invoke('matrix.edit', { edit: 'begin' }) },
    {
      does: 'discard it',
      act: async world => {
        const { revision } = await (await world.office()).draft();
        return world.invoke('matrix.edit', { edit: 'discard', revision });
      },
      isDone: async world => !(await hasDraft(world)),
    },
  ],
};
