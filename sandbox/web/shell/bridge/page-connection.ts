import { z } from 'zod';
import type { ColorMode, PageMessage, ShellMessage } from './protocol';

/** What the shell does for a command of @forge/bridge. A rejection reaches the page as the error of its call. */
export type Command = (data: unknown) => unknown;

const CallErrorShape = z.object({ message: z.string() });
const Message: z.ZodType<PageMessage> = z.discriminatedUnion('kind', [
  z.object({
    forge: z.literal(1),
    kind: z.literal('call'),
    id: z.number(),
    command: z.string(),
    data: z.unknown(),
  }),
  z.object({ forge: z.literal(1), kind: z.literal('height'), pixels: z.number() }),
  z.object({
    forge: z.literal(1),
    kind: z.literal('returned'),
    id: z.number(),
    value: z.unknown().optional(),
    error: CallErrorShape.optional(),
  }),
]) as z.ZodType<PageMessage>;

/** The shell's end of the bridge to one page of the app. It listens to that page's window and origin, and no other. */
export class PageConnection {
  private readonly frame: HTMLIFrameElement;
  private readonly origin: string;
  private readonly commands: ReadonlyMap<string, Command>;
  private readonly onHeight: (pixels: number) => void;
  private readonly runs = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  private numbered = 0;
  private isThemed = false;

  /** @param url - where the frame's page comes from: only messages of that origin count */
  constructor(
    frame: HTMLIFrameElement,
    url: string,
    commands: ReadonlyMap<string, Command>,
    onHeight: (pixels: number) => void,
  ) {
    this.frame = frame;
    this.origin = new URL(url).origin;
    this.commands = commands;
    this.onHeight = onHeight;
    window.addEventListener('message', this.receive);
  }

  close(): void {
    window.removeEventListener('message', this.receive);
  }

  /** No effect before the page asked for theming, or is there at all. */
  showTheme(colorMode: ColorMode): void {
    if (this.isThemed) this.post({ forge: 1, kind: 'theme', colorMode });
  }

  /** Calls a function that the page passed with a command. */
  run(functionNumber: number, ...args: unknown[]): Promise<unknown> {
    this.numbered += 1;
    const id = this.numbered;
    return new Promise((resolve, reject) => {
      this.runs.set(id, { resolve, reject });
      this.post({ forge: 1, kind: 'run', function: functionNumber, arguments: args, id });
    });
  }

  private post(message: ShellMessage): void {
    this.frame.contentWindow?.postMessage(message, this.origin);
  }

  private readonly receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return;
    const parsed = Message.safeParse(event.data);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.kind === 'height') this.onHeight(message.pixels);
    else if (message.kind === 'returned') this.returned(message);
    else void this.answer(message);
  };

  private returned(message: Extract<PageMessage, { kind: 'returned' }>): void {
    const run = this.runs.get(message.id);
    this.runs.delete(message.id);
    if (message.error) run?.reject(new Error(message.error.message));
    else run?.resolve(message.value);
  }

  private async answer(message: Extract<PageMessage, { kind: 'call' }>): Promise<void> {
    const { id, command, data } = message;
    try {
      if (command === 'enableTheming') this.isThemed = true;
      const known = this.commands.get(command);
      if (!known) throw new Error(`The sandbox's bridge does not model the command ${command}.`);
      this.post({ forge: 1, kind: 'answered', id, value: await known(data) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.post({ forge: 1, kind: 'answered', id, error: { message: text } });
    }
  }
}
