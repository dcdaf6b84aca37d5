import type { z } from 'zod';
import type { Audience } from './audience';

/** What a function answers. Only the type is there: pages take replies from our own server as they come. */
interface AnswerType<Answer> {
  readonly type?: Answer;
}

export const answers = <Answer>(): AnswerType<Answer> => ({});

/** One function that pages can call. */
export interface FunctionEntry<Asked, Answer> {
  /** What it does, in a sentence. */
  about: string;
  audience: Audience;
  /** A fault can leave a change done in part, so whatever changes something must be safe to repeat. */
  effect: 'reads' | 'changes';
  /** It works on a site that is not set up yet, so its faults are told as faults there, too. */
  beforeSetUp?: true;
  request: z.ZodType<Asked>;
  answer: AnswerType<Answer>;
}
