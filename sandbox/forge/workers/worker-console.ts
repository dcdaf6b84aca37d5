import { format } from 'node:util';
import type { LogLine } from './messages.ts';

const LEVELS = ['debug', 'info', 'log', 'warn', 'error'] as const;

/** What one invocation may still log. */
export interface LogBudget {
  lines: number;
  bytes: number;
}

/**
 * Sends the app's console to `write`. Past the budget Forge drops lines, and so does this: `budget` gives what is left
 * of the invocation that logs, or undefined outside of one.
 */
export function captureConsole(budget: () => LogBudget | undefined, write: (line: LogLine) => void): void {
  for (const level of LEVELS) {
    globalThis.console[level] = (...parts: unknown[]): void => {
      const text = format(...parts);
      const left = budget();
      if (left) {
        const bytes = Buffer.byteLength(text);
        if (left.lines < 1 || left.bytes < bytes) return;
        left.lines -= 1;
        left.bytes -= bytes;
      }
      write({ level, text });
    };
  }
}
