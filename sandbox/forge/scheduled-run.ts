import { z } from 'zod';

const response = z.object({ statusCode: z.number().int() });
const FAILED_DEPENDENCY = 424;

/**
 * The status that the platform records for a scheduled trigger.
 * Source: Forge, "Scheduled triggers", "Response": an answer of another shape is 424, Failed dependency.
 */
export function recordedStatus(answer: unknown): number {
  const parsed = response.safeParse(answer);
  return parsed.success ? parsed.data.statusCode : FAILED_DEPENDENCY;
}

export function isSuccess(statusCode: number): boolean {
  return statusCode >= 200 && statusCode < 300;
}
