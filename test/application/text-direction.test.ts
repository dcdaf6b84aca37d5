import { describe, expect, it } from '@jest/globals';
import { readEvidence } from '../../src/application/evidence/read-evidence';
import { listHolders } from '../../src/application/holders/list-holders';
import { findOwner } from '../../src/application/owners/answer-owner-question';
import { importRegister } from '../../src/application/registers/import-register';
import { acknowledgementComment, acknowledgedInWords } from '../../src/domain/bypass/bypass-words';
import { EVERYONE, CLOUD, ENGINEER, ROLES, SERVICES, STRANGER } from '../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../support/builders/matrix';
import { aWorld, COMPLETE, type World } from '../support/fakes/world';

/** Names that would turn what stands around them: by an override, or by letters that are written from right to left. */
const TURNS = ['\u202Edesseccus', 'שם \u2067x', 'اسم (1', 'a\u2069\u202Eb'] as const;

/** What is left of a text without its isolates, which may hold isolates themselves. */
function aroundIsolates(text: string): string {
  const less = text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '');
  return less === text ? text : aroundIsolates(less);
}

const turned = (texts: readonly string[]) =>
  texts.filter(text => /\p{Bidi_Control}|[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(aroundIsolates(text)));

/** A company in which everyone, every role and every service has such a name. */
function aWorldWith(name: string): World {
  const called = <T extends { key: string }>(one: T) => ({ ...one, name: `${name} ${one.key}` });
  const [roles, services] = [ROLES.map(called), SERVICES.map(called)];
  const rows = [
    aResponsibility(),
    aResponsibility({ id: 'named', activity: `${name} activity`, domain: 'Governance', customerTasks: name }),
  ];
  const world = aWorld({
    roles,
    services,
    versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows, roles, services }) }],
  });
  for (const account of EVERYONE.keys()) world.directory.rename(account, `${name} ${account}`);
  return world;
}

/** Every text under one of these names, wherever it stands: sentences of ours, where other names hold data. */
function sentencesIn(
  reply: unknown,
  names = ['message', 'reason', 'who', 'whyNot', 'line', 'problem', 'because'],
): string[] {
  if (typeof reply !== 'object' || reply === null) return [];
  return Object.entries(reply).flatMap(([name, value]) =>
    typeof value === 'string' ? (names.includes(name) ? [value] : []) : sentencesIn(value, names),
  );
}

const commentsOf = (world: World, id: string) => world.tickets.comments(id).map(({ text }) => text);

/** A request that is submitted, sent to another role and back, approved, and refused wherever that can be. */
async function toldOf(world: World): Promise<string[]> {
  const { id } = await world.raise(ENGINEER, { ...COMPLETE, cloudService: 'aws' });
  const told: string[] = [];
  const act = async (
    ...[person, name, screen]: [string, Parameters<World['act']>[2], Parameters<World['act']>[3]?]
  ) => {
    const outcome = await world.act(person, id, name, screen ?? {});
    if (!outcome.made) told.push(...outcome.told);
    told.push(
      ...sentencesIn(await world.explain(id, STRANGER)),
      ...sentencesIn(await world.explain(id, person)),
    );
  };
  await act(ENGINEER, 'Submit', { accountOwner: STRANGER, cloudService: 'nothing' });
  await act(ENGINEER, 'Submit');
  world.directory.setActive(CLOUD, false);
  await world.follow(id);
  await act(CLOUD, 'Approve');
  world.directory.setActive(CLOUD, true);
  await world.follow(id);
  await act(CLOUD, 'Approve');
  await act(CLOUD, 'Provision');
  await act(CLOUD, 'Provision', { accountId: '123' });
  world.tickets.edit(ENGINEER, id, {}, 'Approved');
  await world.follow(id);
  told.push(...sentencesIn(await world.explain(id, STRANGER)), ...commentsOf(world, id));
  return told;
}

describe.each(TURNS)('the name %j, of everyone, every role and every service', name => {
  it('turns nothing that Remit says of a ticket: on it, in its panel, at its gates', async () => {
    const told = await toldOf(aWorldWith(name));
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(text => text.includes('\u2068')).length).toBeGreaterThan(5);
    expect(turned(told)).toEqual([]);
  });

  it('turns no entry of the evidence in words', async () => {
    const world = aWorldWith(name);
    await toldOf(world);
    const { entries } = await readEvidence(world, {});
    const words = entries.map(({ message }) => message);
    expect(words.length).toBeGreaterThan(5);
    expect(turned(words)).toEqual([]);
  });

  it('turns no answer to who owns something, and no problem of a file', async () => {
    const world = aWorldWith(name);
    const [at] = [world.clock.now()];
    const owners = await findOwner(world, { text: 'activity' }, { at, now: at });
    const csv = `role,email,capacity,from,to\n${name},${CLOUD},holder,2027-01-01,\nciso,${name}@x,holder,2027-01-01,\n`;
    const imported = await importRegister(world, {
      dataset: 'holders',
      csv,
      dryRun: true,
      administrator: STRANGER,
    });
    const sentences = [
      ...sentencesIn(owners),
      ...sentencesIn(imported),
      ...sentencesIn(await listHolders(world, at)),
    ];
    expect(sentences.length).toBeGreaterThan(2);
    expect(turned(sentences)).toEqual([]);
  });

  it('turns no reason that someone gave', () => {
    const given = { by: name, roleName: name, reason: `${name}\n${name}` };
    const [paragraph = []] = acknowledgementComment(given);
    const texts = paragraph.flatMap(part => (typeof part === 'string' ? [part] : []));
    expect(turned([acknowledgedInWords(given, '1 Mar 2026'), ...texts])).toEqual([]);
  });
});

it('says a name that turns nothing as it is', async () => {
  const told = await toldOf(aWorldWith('Zoë Müller, Łukasz & 山田'));
  expect(told.some(text => text.includes('Zoë Müller, Łukasz & 山田'))).toBe(true);
  expect(told.filter(text => text.includes('\u2068'))).toEqual([]);
});
