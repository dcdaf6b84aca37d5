import type { CloudService } from '../cloud-service';
import type { DraftResponsibility } from '../responsibility';
import type { Role } from '../role';
import { finding, type Finding } from './finding';
import { describing } from './row-in-words';
import { say } from '../../shared/sentence';

/** Scripts that have letters which look like letters of another one. Source: Unicode, UTS #39, "Mixed-Script Detection". */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** The first word that has letters of several of these scripts; undefined when none has. */
export function mixedWord(text: string): string | undefined {
  const words = text.normalize('NFKC').match(/[\p{Letter}\p{Mark}]+/gu) ?? [];
  return words.find(word => ALIKE.filter(script => script.test(word)).length > 1);
}

/**
 * Words whose letters come from several scripts, in an activity or in the name of a role or service that a row refers
 * to: they can pass for a word that is written in one. Finds MIXED_SCRIPTS.
 */
export function lookAlikeFindings(
  rows: readonly DraftResponsibility[],
  roles: readonly Role[],
  services: readonly CloudService[],
): Finding[] {
  const describe = describing(services);
  const inActivities = rows.flatMap(row => {
    const word = mixedWord(row.activity);
    return word === undefined ? [] : [mixed([row.id], word, describe(row))];
  });
  const inNames = [...roles, ...services].flatMap(({ key, name }) => {
    const word = mixedWord(name);
    const ids = word === undefined ? [] : rows.filter(row => refersTo(row, key)).map(({ id }) => id);
    return word === undefined || ids.length === 0 ? [] : [mixed(ids, word, name)];
  });
  return [...inActivities, ...inNames];
}

function refersTo(row: DraftResponsibility, key: string): boolean {
  const roles = [...row.accountable, ...row.responsible, ...row.consulted, ...row.informed];
  return row.service === key || roles.includes(key);
}

function mixed(rows: string[], word: string, where: string): Finding {
  const message = say`“${word}” in ${where} has letters of several scripts, so it can look like another word. Type it again.`;
  return finding('MIXED_SCRIPTS', rows, message);
}
