import { z } from 'zod';

export interface Answer {
  status: number;
  /** Parsed JSON; undefined when there is no body. */
  body: unknown;
}

/** What answers a person's requests. */
interface Requested {
  request(person: string, method: string, path: string, body?: unknown): Promise<Answer>;
  upload(person: string, path: string, filename: string, bytes: Uint8Array): Promise<Answer>;
}

/** What one person does. */
export class PersonClient {
  private readonly sandbox: Requested;
  private readonly person: string;

  constructor(sandbox: Requested, person: string) {
    this.sandbox = sandbox;
    this.person = person;
  }

  get(path: string): Promise<Answer> {
    return this.sandbox.request(this.person, 'GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.sandbox.request(this.person, 'POST', path, body);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.sandbox.request(this.person, 'PUT', path, body);
  }

  /** Attaches a file, as the form of a page does. */
  upload(path: string, filename: string, bytes: Uint8Array): Promise<Answer> {
    return this.sandbox.upload(this.person, path, filename, bytes);
  }

  delete(path: string): Promise<Answer> {
    return this.sandbox.request(this.person, 'DELETE', path);
  }

  /** Calls a resolver function as a page of the app does, and returns its reply. */
  async invoke(functionKey: string, payload: unknown = {}, context?: { issueKey: string }): Promise<Reply> {
    const answer = await this.post(`/sandbox/invoke/${functionKey}`, {
      payload,
      ...(context ? { context } : {}),
    });
    if (answer.status !== 200) throw new Error(`${functionKey} answered ${JSON.stringify(answer)}`);
    return reply.parse(answer.body);
  }

  /** What a resolver function answers to a person it answers. */
  async ask<T>(functionKey: string, data: z.ZodType<T>, payload: unknown = {}): Promise<T> {
    const answer = await this.invoke(functionKey, payload);
    if (!answer.ok) throw new Error(`${functionKey} refused: ${answer.code}: ${answer.message}`);
    return data.parse(answer.data);
  }
}

const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string(), errors: z.unknown().optional() }),
]);

export type Reply = z.infer<typeof reply>;
