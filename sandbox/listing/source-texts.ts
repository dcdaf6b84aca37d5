import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const SANDBOX = resolve(import.meta.dirname, '..');
/** Functions of the sandbox whose argument says what is not modelled. */
const REFUSALS = ['notModelled', 'absent'];
const PREFIX = 'NOT_MODELLED: ';

/**
 * What the sources of some folders refuse by name, in their own words, sorted; `…` stands for what a request names.
 * @param folders - below sandbox/
 */
export function refusedByName(folders: readonly string[]): string[] {
  const found: string[] = [];
  visit(folders, node => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [argument] = node.arguments;
      if (argument && REFUSALS.includes(node.expression.text)) found.push(...textsOf(argument));
    }
    const text = textOf(node);
    if (text?.startsWith(PREFIX)) found.push(text.slice(PREFIX.length));
  });
  // Those that begin with what a request names are the refusals of whole operations and of query parameters.
  return sorted(found.filter(text => text !== '' && !text.startsWith('…')));
}

/** The events of Jira that the sources publish, sorted. */
export function publishedEvents(folders: readonly string[]): string[] {
  const found: string[] = [];
  visit(folders, node => {
    const text = textOf(node);
    if (text !== undefined && /^avi:[a-z]+:[a-z]+:[a-z]+$/.test(text)) found.push(text);
  });
  return sorted(found);
}

/** The commands of @forge/bridge that the web shell answers, sorted. */
export function bridgeCommands(): string[] {
  const found: string[] = [];
  visit(['web/shell/bridge'], node => {
    // They are pairs: the name, and what is done.
    if (!ts.isArrayLiteralExpression(node) || node.elements.length !== 2) return;
    const [name, action] = node.elements.map(textOf);
    if (name !== undefined && action === undefined) found.push(name);
  });
  return sorted(found);
}

function visit(folders: readonly string[], look: (node: ts.Node) => void): void {
  for (const file of globSync(
    folders.map(folder => `${folder}/**/*.ts`),
    { cwd: SANDBOX },
  )) {
    const text = readFileSync(join(SANDBOX, file), 'utf8');
    const walk = (node: ts.Node): void => {
      look(node);
      ts.forEachChild(node, walk);
    };
    walk(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  }
}

/** The texts that an argument may be; none for one that is put together elsewhere. */
function textsOf(node: ts.Node): string[] {
  const text = textOf(node);
  if (text !== undefined) return [text];
  return ts.isConditionalExpression(node) ? [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)] : [];
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
