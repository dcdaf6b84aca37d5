import { dayInWords } from '../shared/date-in-words';
import { say } from '../shared/sentence';
import type { Obligation, Trouble } from './obligation';

/** What happened to a ticket that something rests on. */
export function troubleInWords({
  workType,
  status,
  what,
  where,
}: {
  workType: string;
  status: string;
  what: Trouble;
  where: string | null;
}): string {
  const was = say`This ${workType} was in ${status}`;
  switch (what) {
    case 'gone':
      return say`${was}, and was deleted or moved to where Remit can’t see it.`;
    case 'moved':
      return say`${was}, and was moved to another space or work type${where === null ? '' : say`: it is ${where} now`}.`;
    case 'unreadable':
      return say`${was}, and Remit can’t read it any more.`;
    case 'unknown status':
      return say`${was}, and stands in ${where ?? 'another status'} now, which its workflow doesn’t have.`;
  }
}

/** The same with what to do about it, for those who can act. */
export function troubleMessage({ workType, status, lastDay, trouble }: Obligation): string {
  if (!trouble) return '';
  const until = lastDay === null ? '' : say` What it gave was to end on ${dayInWords(lastDay)}.`;
  return say`${troubleInWords({ workType, status, ...trouble })}${until} ${remedyOf(trouble.what, status)}`;
}

function remedyOf(what: Trouble, status: string): string {
  switch (what) {
    case 'gone':
      return 'Check the access or account that it stood for, and remove it unless another ticket covers it.';
    case 'moved':
      return 'Move it back, or check the access or account that it stands for.';
    case 'unreadable':
      return 'Check in Jira that Remit may see it and that its fields hold valid values.';
    case 'unknown status':
      return say`Move it back to ${status}, or to the beginning of its workflow.`;
  }
}
