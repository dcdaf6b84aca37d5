/**
 * Rich text as it is typed in a text area: paragraphs apart by an empty line, `- ` and `1. ` for lists, `# ` for
 * headings, `**strong**`, `*emphasis*`, `` `code` `` and `[text](address)`.
 */
import { attribute, documentOf, type AdfMark, type AdfNode } from './nodes';

const INLINE = /\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|`([^`]+)`|\[([^\]]+)\]\((https?:[^)\s]+)\)/;
const BULLET = /^- +/;
const NUMBER = /^\d+\. +/;
const HEADING = /^(#{1,6}) +/;

/** @returns the document, or null for blank text, which empties the field */
export function toDocument(text: string): AdfNode | null {
  if (text.trim() === '') return null;
  const blocks = text
    .replace(/\r\n/g, '\n')
    .split(/\n{2,}/)
    .filter(block => block.trim() !== '');
  return { type: 'doc', content: blocks.flatMap(blockOf), ...{ version: 1 } };
}

function blockOf(block: string): AdfNode[] {
  const lines = block.split('\n').filter(line => line.trim() !== '');
  const heading = HEADING.exec(block);
  if (heading && lines.length === 1) {
    const level = heading[1]?.length ?? 1;
    return [{ type: 'heading', attrs: { level }, content: inlineOf(block.replace(HEADING, '')) }];
  }
  if (lines.every(line => BULLET.test(line))) return [listOf('bulletList', lines, BULLET)];
  if (lines.every((line, index) => line.startsWith(`${String(index + 1)}. `)))
    return [listOf('orderedList', lines, NUMBER)];
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...inlineOf(line),
  ]);
  return [{ type: 'paragraph', content }];
}

function listOf(type: string, lines: string[], marker: RegExp): AdfNode {
  const items = lines.map(line => ({ type: 'paragraph', content: inlineOf(line.replace(marker, '')) }));
  return { type, content: items.map(paragraph => ({ type: 'listItem', content: [paragraph] })) };
}

function inlineOf(text: string): AdfNode[] {
  const match = INLINE.exec(text);
  if (!match) return text === '' ? [] : [{ type: 'text', text }];
  const [whole, strong, em, code, label, href] = match;
  const before = text.slice(0, match.index);
  const marked = markedText(strong ?? em ?? code ?? label ?? '', strong, em, code, href);
  return [
    ...(before === '' ? [] : [{ type: 'text', text: before }]),
    marked,
    ...inlineOf(text.slice(match.index + whole.length)),
  ];
}

function markedText(text: string, strong?: string, em?: string, code?: string, href?: string): AdfNode {
  const mark: AdfMark =
    href !== undefined
      ? { type: 'link', attrs: { href } }
      : {
          type:
            strong !== undefined ? 'strong' : em !== undefined ? 'em' : code !== undefined ? 'code' : 'link',
        };
  return { type: 'text', text, marks: [mark] };
}

/** What to put into the text area for a stored value; null and absent are empty. */
export function toPlainText(value: unknown): string {
  const document = documentOf(value);
  return document ? (document.content ?? []).map(blockText).join('\n\n') : '';
}

/** Whether typing over it would lose formatting that the text area cannot show. */
export function losesFormatting(value: unknown): boolean {
  const document = documentOf(value);
  if (!document) return false;
  return toPlainText(toDocument(toPlainText(document))) !== toPlainText(document) || hasOther(document);
}

const SHOWN = new Set([
  'doc',
  'paragraph',
  'text',
  'hardBreak',
  'bulletList',
  'orderedList',
  'listItem',
  'heading',
]);
const SHOWN_MARKS = new Set(['strong', 'em', 'code', 'link']);

function hasOther(node: AdfNode): boolean {
  if (!SHOWN.has(node.type) || node.marks?.some(mark => !SHOWN_MARKS.has(mark.type))) return true;
  return (node.content ?? []).some(hasOther);
}

function blockText(node: AdfNode): string {
  const children = node.content ?? [];
  if (node.type === 'bulletList')
    return children.map(item => `- ${(item.content ?? []).map(blockText).join(' ')}`).join('\n');
  if (node.type === 'orderedList') {
    return children
      .map((item, index) => `${String(index + 1)}. ${(item.content ?? []).map(blockText).join(' ')}`)
      .join('\n');
  }
  if (node.type === 'heading')
    return `${'#'.repeat(Number(attribute(node, 'level')) || 1)} ${children.map(inlineText).join('')}`;
  if (children.some(child => child.type !== 'text' && child.content))
    return children.map(blockText).join('\n');
  return children.map(inlineText).join('');
}

function inlineText(node: AdfNode): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type !== 'text') return attribute(node, 'text') || attribute(node, 'shortName');
  return (node.marks ?? []).reduce((text, mark) => {
    if (mark.type === 'strong') return `**${text}**`;
    if (mark.type === 'em') return `*${text}*`;
    if (mark.type === 'code') return `\`${text}\``;
    return mark.type === 'link' ? `[${text}](${attribute(mark, 'href')})` : text;
  }, node.text ?? '');
}
