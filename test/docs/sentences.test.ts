import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** Where sentences are put together that people read. Adapters speak to Jira and to storage alone. */
const FILES = globSync(
  [
    'src/{domain,application,entrypoints,contract}/**/*.ts',
    'src/provisioning/{domain,application}/**/*.ts',
    'static/src/**/*.{ts,tsx}',
  ],
  { cwd: ROOT },
);

/** What is put together of words and values, and is neither a sentence nor part of one. */
const NO_SENTENCES: Readonly<Record<string, string>> = {
  'src/domain/shared/date-in-words.ts': 'days and times',
  'src/domain/shared/sentence.ts': 'puts sentences together',
  'static/src/panels/responsibility/responsibility-table.tsx': 'keys of rows',
  'src/provisioning/domain/managed-mark.ts': 'a description that is compared with what Jira has',
  'src/provisioning/domain/screen-design.ts': 'names of screens, that are compared with what Jira has',
  'src/provisioning/domain/workflow/who-may-expression.ts': 'Jira expressions',
  'src/provisioning/domain/workflow/post-functions.ts': 'keys of rules',
  'src/provisioning/domain/workflow/workflow-design.ts': 'names and descriptions of what set-up creates',
};

/** Keys that set-up keeps its ids by, and what it names in Jira. */
const IS_KEY =
  /^(field|context of|screens?|work type|workflow|resolution|status|tab of the screen|screen scheme of|permission|required field|set resolution|other)\b|^Remit: |^The screens of |^… (role|field|other) …$|^Responsibility matrix v…$/;

/** Of what this text is put together, with … where a value is put in; undefined when it holds no words of a sentence. */
function wordsOf(node: ts.TemplateExpression): string | undefined {
  const words = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  return /\p{Letter}{2,}[,:;]? |\p{Letter} …|… \p{Letter}{2,}|^…[.:](?!\p{Letter})|…\.$/u.test(words) &&
    !IS_KEY.test(words)
    ? words
    : undefined;
}

/** No one who uses the app reads what is thrown, or logged. */
function isForEngineers(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isStatement(at); at = at.parent) {
    if (ts.isNewExpression(at) && /Error$|Fault$/.test(at.expression.getText())) return true;
    if (ts.isCallExpression(at) && at.expression.getText().startsWith('console.')) return true;
  }
  return false;
}

function untagged(path: string, text = readFileSync(join(ROOT, path), 'utf8')): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      const words = wordsOf(node);
      if (words !== undefined && !isForEngineers(node)) found.push(`${path}: ${words}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

describe('sentences that people read', () => {
  it('are put together by `say`, which isolates what others typed', () => {
    expect(FILES.length).toBeGreaterThan(200);
    const files = FILES.filter(path => !Object.hasOwn(NO_SENTENCES, path));
    expect(files.flatMap(path => untagged(path))).toEqual([]);
  });

  it.each(['`${name} used ${transition}`', 'true ? `Only ${names} can` : ``', '`${name}.`', '`See ${name}`'])(
    'are noticed where they are not: %s',
    code => {
      expect(untagged('a.ts', `const a = ${code};`)).toHaveLength(1);
    },
  );

  it.each(['say`${name} used ${transition}`', '`${ticket}-absent`', 'new Error(`${name} is not there`)'])(
    'are no other texts: %s',
    code => {
      expect(untagged('a.ts', `const a = ${code};`)).toEqual([]);
    },
  );
});

/** What holds text of others, by the names that replies and pages have for it. */
const TYPED = new Set(
  'name charter activity domain service role roleName summary reason by person provider accountId procedure systemOfRecord'.split(
    ' ',
  ),
);
const TYPED_CALLS = new Set([
  'activityOf',
  'activityWords',
  'roleName',
  'serviceName',
  'cellText',
  'cellWords',
]);

/** Sentences of the server, which are isolated already, and what others put together. */
const OURS = [
  'static/src/panels/responsibility/who-decides.tsx: {route.reason}',
  'static/src/components/disclosure.tsx: {summary}',
];

/** What a child of an element can turn out to be. */
function outcomes(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return outcomes(node.expression);
  if (ts.isConditionalExpression(node)) return [...outcomes(node.whenTrue), ...outcomes(node.whenFalse)];
  if (!ts.isBinaryExpression(node)) return [node];
  const isGuard = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return [...(isGuard ? [] : outcomes(node.left)), ...outcomes(node.right)];
}

function isTyped(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return TYPED.has(node.text);
  if (ts.isPropertyAccessExpression(node)) return TYPED.has(node.name.text);
  return ts.isCallExpression(node) && TYPED_CALLS.has(node.expression.getText());
}

function openText(path: string, text = readFileSync(join(ROOT, path), 'utf8')): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const isIsolated = ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Typed';
    if (isIsolated) return;
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      found.push(
        ...outcomes(node.expression)
          .filter(isTyped)
          .map(one => `${path}: {${one.getText()}}`),
      );
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

describe('text of others in pages', () => {
  it('is isolated wherever it is shown', () => {
    const open = FILES.filter(path => path.endsWith('.tsx')).flatMap(path => openText(path));
    expect(open.filter(one => !OURS.includes(one))).toEqual([]);
  });

  it.each(['<p>{role.name}</p>', '<p>{is && reason}</p>', '<p>{a ? activityWords(row) : null}</p>'])(
    'is noticed where it is not: %s',
    code => {
      expect(openText('a.tsx', `const a = ${code};`)).toHaveLength(1);
    },
  );

  it('is not looked for where it is isolated, or not shown', () => {
    expect(openText('a.tsx', 'const a = <p title={name}><Typed>{role.name}</Typed></p>;')).toEqual([]);
  });
});
