import { z } from 'zod';

/** A mark of Atlassian Document Format, such as `strong` or `link`. */
export interface AdfMark {
  type: string;
  attrs?: Record<string, unknown> | undefined;
}

/** A node of Atlassian Document Format. */
export interface AdfNode {
  type: string;
  text?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  marks?: AdfMark[] | undefined;
  content?: AdfNode[] | undefined;
}

const Attributes = z.record(z.string(), z.unknown()).optional();
const Mark = z.object({ type: z.string(), attrs: Attributes });
const Node: z.ZodType<AdfNode> = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: Attributes,
  marks: z.array(Mark).optional(),
  get content() {
    return z.array(Node).optional();
  },
});

/** The document, or undefined for a value that is none. */
export function documentOf(value: unknown): AdfNode | undefined {
  const parsed = Node.safeParse(value);
  return parsed.success && parsed.data.type === 'doc' ? parsed.data : undefined;
}

/** An attribute as text; empty when it is absent or not text. */
export function attribute(node: AdfNode | AdfMark, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The day of a timestamp, in milliseconds as text; what was written instead where that is none. */
export function dayOf(timestamp: string): string {
  const at = new Date(timestamp.trim() === '' ? NaN : Number(timestamp));
  return Number.isNaN(at.getTime()) ? timestamp : at.toISOString().slice(0, 10);
}
