import { z } from 'zod';

/** Jira sends ids as text in some places and as numbers in others; all of its own are whole numbers. */
export const identifier = z.union([z.string().regex(/^\d{1,19}$/), z.int().min(0).transform(String)]);
