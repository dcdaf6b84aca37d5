import type { AccountId, NameOf } from '../../domain/shared/account';
import { isolated } from '../../domain/shared/sentence';
import type { CommentParagraph } from '../../domain/ticket/comment';

/** Private-use characters, which stand around an account id in place of a name until the comment is made. */
const [BEGIN, END] = ['\u{E000}', '\u{E001}'];
const TOKEN = new RegExp(`${BEGIN}([^${BEGIN}${END}]+)${END}`, 'gu');

/** Plans know people by their accounts alone: what they say holds this in place of a name. */
export const nameInPlan: NameOf = account => `${BEGIN}${account}${END}`;

/** The accounts whose names a comment needs. */
export function peopleIn(paragraphs: readonly CommentParagraph[]): AccountId[] {
  const texts = paragraphs.flat().map(textOf);
  return [
    ...new Set(texts.flatMap(text => [...text.matchAll(TOKEN)].flatMap(([, account]) => account ?? []))),
  ];
}

/** The comment with everyone's name in it, each part isolated in which others wrote. */
export function withNames(paragraphs: readonly CommentParagraph[], name: NameOf): CommentParagraph[] {
  const fill = (text: string) =>
    isolated(text).replace(TOKEN, (_, account: string) => isolated(name(account)));
  return paragraphs.map(paragraph =>
    paragraph.map(part => {
      if (typeof part === 'string') return fill(part);
      return 'strong' in part ? { strong: fill(part.strong) } : { ...part, name: fill(part.name) };
    }),
  );
}

function textOf(part: CommentParagraph[number]): string {
  if (typeof part === 'string') return part;
  return 'strong' in part ? part.strong : part.name;
}
