import { z } from 'zod';

/** Ids are numbers in some of Jira's answers and text in others. */
export const id = z.union([z.string(), z.number()]).transform(String);

export const description = z
  .string()
  .nullish()
  .transform(text => text ?? '');

export const named = z.object({ id, name: z.string(), description });

export const created = z.object({ id });
