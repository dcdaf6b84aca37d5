import { describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import type { DecidedFile } from '../../../../src/domain/decision/decided-content';
import { APP, CLOUD, ENGINEER } from '../../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../../support/fakes/world';
import { decisionsIn, told } from './deciding';

const raised = async (world: World) => (await world.raise(ENGINEER, COMPLETE)).id;
const submit = (world: World, id: string) => world.act(ENGINEER, id, 'Submit');
const approve = (world: World, id: string) => world.act(CLOUD, id, 'Approve');

/** The files of the newest permission. */
const decided = (world: World): readonly DecidedFile[] =>
  decisionsIn(world).findLast(({ verdict }) => verdict === 'allow')?.snapshot?.files ?? [];

describe('the files that are attached', () => {
  it('are part of the submission by their bytes, and read once', async () => {
    const world = aWorld();
    const id = await raised(world);
    const plan = world.tickets.attach(ENGINEER, id, 'plan.pdf', 'the plan');
    expect(await submit(world, id)).toEqual({ made: true });
    expect(decided(world)).toEqual([{ id: plan, filename: 'plan.pdf', sha256: hash('sha256', 'the plan') }]);
    expect(world.tickets.get(id).appFields.contentHash).toBe(
      decisionsIn(world).at(-1)?.snapshot?.contentHash,
    );
    expect(await approve(world, id)).toEqual({ made: true });
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual({ made: true });
    expect(world.tickets.filesRead).toEqual([plan]);
  });

  it('cost nothing where there are none', async () => {
    const world = aWorld();
    await submit(world, await raised(world));
    expect(world.tickets.filesRead).toEqual([]);
  });

  it('are read again after Rework only where they are new', async () => {
    const world = aWorld();
    const id = await raised(world);
    const plan = world.tickets.attach(ENGINEER, id, 'plan.pdf', 'the plan');
    await submit(world, id);
    await world.act(CLOUD, id, 'Rework');
    const more = world.tickets.attach(ENGINEER, id, 'more.pdf', 'more');
    expect(await submit(world, id)).toEqual({ made: true });
    expect(world.tickets.filesRead).toEqual([plan, more]);
    expect(decided(world).map(({ filename }) => filename)).toEqual(['plan.pdf', 'more.pdf']);
    expect(await approve(world, id)).toEqual({ made: true });
  });

  it('are not read for a submission that is refused', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, environment: null });
    world.tickets.attach(ENGINEER, id, 'plan.pdf', 'the plan');
    expect(await submit(world, id)).toMatchObject({ made: false });
    expect(world.tickets.filesRead).toEqual([]);
  });

  it.each<[string, (world: World, id: string, plan: string) => void, RegExp]>([
    [
      'is removed',
      (world, id, plan) => {
        world.tickets.detach(CLOUD, id, plan);
      },
      /plan\.pdf was removed\..*\(CONTENT_CHANGED\)$/,
    ],
    [
      'is replaced by one of its name',
      (world, id, plan) => {
        world.tickets.detach(CLOUD, id, plan);
        world.tickets.attach(CLOUD, id, 'plan.pdf', 'another plan');
      },
      /plan\.pdf was replaced\..*\(CONTENT_CHANGED\)$/,
    ],
    [
      'is replaced by one of the same bytes',
      (world, id, plan) => {
        world.tickets.detach(CLOUD, id, plan);
        world.tickets.attach(CLOUD, id, 'copy of plan.pdf', 'the plan');
      },
      /plan\.pdf was removed\..*\(CONTENT_CHANGED\)$/,
    ],
  ])('CONTENT_CHANGED: one that %s is told by its name', async (_, change, message) => {
    const world = aWorld();
    const id = await raised(world);
    const plan = world.tickets.attach(ENGINEER, id, 'plan.pdf', 'the plan');
    await submit(world, id);
    change(world, id, plan);
    expect(await approve(world, id)).toEqual(told(message));
    await world.act(CLOUD, id, 'Rework');
    await submit(world, id);
    expect(await approve(world, id)).toEqual({ made: true });
  });

  it('that are added later change nothing, and the panel says that they are not decided on', async () => {
    const world = aWorld();
    const id = await raised(world);
    await submit(world, id);
    world.tickets.attach(ENGINEER, id, 'late.pdf', 'late');
    const explained = await world.explain(id, CLOUD);
    expect(explained?.findings).toContainEqual({
      code: 'FILE_ADDED_LATER',
      message:
        'late.pdf was added later and isn’t part of what was submitted: decide without, or use Rework and have it submitted again.',
    });
    expect(await approve(world, id)).toEqual({ made: true });
    expect(decided(world)).toEqual([]);
  });

  it('ATTACHMENT_UNREADABLE: are not submitted unread', async () => {
    const world = aWorld();
    const id = await raised(world);
    const plan = world.tickets.attach(ENGINEER, id, 'plan.pdf', 'the plan');
    world.tickets.lostFiles.add(plan);
    expect(await submit(world, id)).toEqual(told(/couldn’t read plan\.pdf\..*\(ATTACHMENT_UNREADABLE\)$/));
    expect(decisionsIn(world).at(-1)).toMatchObject({
      verdict: 'refuse',
      refusals: [{ code: 'ATTACHMENT_UNREADABLE', because: 'not answered', files: ['plan.pdf'] }],
    });
    world.tickets.lostFiles.clear();
    expect(await submit(world, id)).toEqual({ made: true });
  });

  it.each<[string, readonly (readonly [filename: string, size: number])[], RegExp]>([
    [
      'one is too large',
      [
        ['a.pdf', 1],
        ['b.pdf', 10_000_001],
      ],
      /files this large: b\.pdf\./,
    ],
    [
      'all are too large together',
      [
        ['a.pdf', 9e6],
        ['b.pdf', 9e6],
        ['c.pdf', 9e6],
      ],
      /large: a\.pdf, b\.pdf and c\.pdf\./,
    ],
    [
      'there are too many',
      Array.from({ length: 51 }, (_, nth) => [`${String(nth)}.pdf`, 1] as const),
      /reads 50 files at most/,
    ],
  ])('ATTACHMENT_UNREADABLE: where %s, none is read', async (_, files, message) => {
    const world = aWorld();
    const id = await raised(world);
    for (const [filename, size] of files) world.tickets.attach(ENGINEER, id, filename, 'x'.repeat(size));
    expect(await submit(world, id)).toEqual(told(message));
    expect(world.tickets.filesRead).toEqual([]);
  });
});

describe('what is written', () => {
  it.each([
    ['summary', { summary: 'An account for everyone' }, /^Summary changed/],
    [
      'description',
      { description: { type: 'doc', version: 1, content: [{ type: 'rule' }] } },
      /^Description changed/,
    ],
  ] as const)(
    'CONTENT_CHANGED: in the %s between Submit and Approve, or Approve and Provision',
    async (_, text, message) => {
      for (const isApproved of [false, true]) {
        const world = aWorld();
        const id = await raised(world);
        const before = world.tickets.get(id);
        await submit(world, id);
        if (isApproved) await approve(world, id);
        const next = () =>
          isApproved ? world.act(APP, id, 'Provision', { accountId: '1' }) : approve(world, id);
        world.tickets.write(CLOUD, id, text);
        expect(await next()).toEqual(told(message));
        world.tickets.write(CLOUD, id, { summary: before.summary, description: before.description });
        expect(await next()).toEqual({ made: true });
      }
    },
  );
});
