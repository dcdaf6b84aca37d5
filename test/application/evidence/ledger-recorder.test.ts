import { beforeEach, describe, expect, it } from '@jest/globals';
import { ledgerRecorder } from '../../../src/application/evidence/ledger-recorder';
import { settingsChanged } from '../../../src/domain/settings/settings-evidence';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { isPseudonym } from '../../../src/domain/shared/pseudonym';
import type { Recorder } from '../../../src/ports/recorder';
import { CISO, CLOUD, EVERYONE, NOW } from '../../support/builders/company';
import { movableClock } from '../../support/fakes/clock-and-jobs';
import { memoryDirectory } from '../../support/fakes/directory';
import { InjectedFault, noFaults } from '../../support/fakes/faults';
import { memoryLedger } from '../../support/fakes/memory-ledger';
import { memoryPeople } from '../../support/fakes/memory-people';

const faults = noFaults();
let ledger: ReturnType<typeof memoryLedger>;
let people: ReturnType<typeof memoryPeople>;
let directory: ReturnType<typeof memoryDirectory>;
let recorder: Recorder;

beforeEach(() => {
  faults.forget();
  ledger = memoryLedger(faults);
  people = memoryPeople(ledger, faults);
  directory = memoryDirectory([...EVERYONE.values()], faults);
  recorder = ledgerRecorder({ ledger, people, directory, clock: movableClock(NOW) });
});

const change = (actor: string, accessDays = 30) =>
  recorder.record(as => [
    settingsChanged.entry({ at: NOW, actor, facts: { ...DEFAULT_SETTINGS, accessDays } }, as),
  ]);
const kinds = () => ledger.entries().map(({ kind }) => kind);

describe('recording', () => {
  it('introduces the person who is on record for the first time, in the same write as what they did', async () => {
    const [entry] = await change(CLOUD);
    expect(isPseudonym(entry?.actor ?? '')).toBe(true);
    expect(kinds()).toEqual(['person-introduced', 'settings-changed']);
    expect(people.everyone()).toMatchObject([
      { accountId: CLOUD, name: EVERYONE.get(CLOUD)?.displayName, isIntroduced: true },
    ]);
    expect(faults.writes).toEqual(['introduce people', 'append all']);
    expect(JSON.stringify(ledger.entries())).not.toContain(CLOUD);
  });

  it('writes one entry, and asks Jira nothing, once someone is known', async () => {
    await change(CLOUD);
    faults.forget();
    const asked = directory.questions.length;
    await change(CLOUD, 31);
    expect(faults.writes).toEqual(['append settings-changed']);
    expect(directory.questions).toHaveLength(asked);
  });

  it('is repeated harmlessly, under the same pseudonym and id', async () => {
    const [first] = await change(CLOUD);
    const [again] = await change(CLOUD);
    expect(again).toEqual(first);
    expect(kinds()).toHaveLength(2);
  });

  it('makes good an introduction that was cut short', async () => {
    faults.failWrite(2, 'before');
    await expect(change(CLOUD)).rejects.toThrow(InjectedFault);
    expect(kinds()).toEqual([]);
    await change(CLOUD);
    expect(kinds()).toEqual(['person-introduced', 'settings-changed']);
    expect(people.everyone()).toHaveLength(1);
  });

  it('keeps someone apart who was erased: ids stay, and who comes back is someone else', async () => {
    const [before] = await change(CLOUD);
    const recorded = ledger.entries();
    people.erase(CLOUD);
    expect(ledger.entries()).toEqual(recorded);
    const [after] = await change(CLOUD, 31);
    expect(after?.actor).not.toBe(before?.actor);
  });

  it('writes nothing when there is nothing to put on record', async () => {
    expect(await recorder.record(() => [])).toEqual([]);
    expect(faults.writes).toEqual([]);
  });
});

describe('what is made under pseudonyms', () => {
  it('is not on record, but the person it names is known from then on', async () => {
    const { made, introductions } = await recorder.underPseudonyms(as => [as(CLOUD), as(CISO), as(CLOUD)]);
    expect(made[0]).toBe(made[2]);
    expect(made.every(isPseudonym)).toBe(true);
    expect(introductions.map(({ kind }) => kind)).toEqual(['person-introduced', 'person-introduced']);
    expect(kinds()).toEqual([]);
  });

  it('asks for no one who was asked for before, and for no name that was told', async () => {
    await change(CLOUD);
    const known = { people: await people.withAccounts([CLOUD]), asked: new Set([CLOUD, CISO]) };
    const asked = people.asked();
    const accounts = new Map([[CISO, { ...EVERYONE.get(CISO), displayName: 'As told' } as never]]);
    await recorder.underPseudonyms(as => [as(CLOUD), as(CISO)], { ...known, accounts });
    expect(people.everyone()).toMatchObject([{}, { accountId: CISO, name: 'As told' }]);
    expect(people.asked()).toBe(asked);
  });

  it('leaves a pseudonym as it is', async () => {
    const { made } = await recorder.underPseudonyms(as => as(CLOUD));
    const { made: again, introductions } = await recorder.underPseudonyms(as => as(made));
    expect(again).toBe(made);
    expect(introductions).toEqual([]);
  });
});
