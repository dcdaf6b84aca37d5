/** Atlassian Document Format: what Jira keeps of descriptions, text areas and comments. */
import { isRecord } from './field-type.ts';

/** Whether it is a document: `{type: 'doc', version: 1, content: […]}` with typed nodes all the way down. */
export function isDocument(value: unknown): boolean {
  return isRecord(value) && value['type'] === 'doc' && value['version'] === 1 && hasNodes(value['content']);
}

function hasNodes(content: unknown): boolean {
  return Array.isArray(content) && content.every(isNode);
}

function isNode(node: unknown): boolean {
  if (!isRecord(node) || typeof node['type'] !== 'string') return false;
  if (node['type'] === 'text' && (typeof node['text'] !== 'string' || node['text'] === '')) return false;
  return node['content'] === undefined || hasNodes(node['content']);
}

/** A document without any text or inline object counts as no value. */
export function isBlank(document: unknown): boolean {
  return plainText(document).trim() === '';
}

/** The text of a document, blocks on lines of their own; mentions and emojis by their text, dates by their instant. */
export function plainText(node: unknown): string {
  if (!isRecord(node)) return '';
  const inline = inlineText(node);
  if (inline !== undefined) return inline;
  const content = Array.isArray(node['content']) ? node['content'] : [];
  const separator = content.some(isBlock) ? '\n' : '';
  return content.map(plainText).join(separator);
}

const BLOCKS = new Set([
  'paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'codeBlock', 'blockquote', 'panel', 'rule', 'table',
  'tableRow', 'tableCell', 'tableHeader', 'taskList', 'taskItem', 'decisionList', 'decisionItem', 'mediaSingle', 'expand',
]); // prettier-ignore

function isBlock(node: unknown): boolean {
  return isRecord(node) && BLOCKS.has(String(node['type']));
}

function inlineText(node: Record<string, unknown>): string | undefined {
  const attributes = isRecord(node['attrs']) ? node['attrs'] : {};
  switch (node['type']) {
    case 'text':
      return textOf(node['text']);
    case 'hardBreak':
      return '\n';
    case 'mention':
    case 'emoji':
    case 'status':
      return textOf(attributes['text'] ?? attributes['shortName']);
    case 'date':
      return textOf(attributes['timestamp']);
    case 'inlineCard':
      return textOf(attributes['url']);
    case 'media':
      return `[${textOf(attributes['alt'] ?? 'media')}]`;
    default:
      return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
