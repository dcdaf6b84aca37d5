import { Fragment, type ReactNode } from 'react';
import { ErrorBoundary } from '../layout/ErrorBoundary';
import { attribute, dayOf, documentOf, type AdfMark, type AdfNode } from './nodes';

/** Shows rich text as Jira does. What it cannot show it names, and shows the text within. */
export function AdfDocument({ value }: { value: unknown }) {
  return (
    <ErrorBoundary what="this text">
      <Document value={value} />
    </ErrorBoundary>
  );
}

function Document({ value }: { value: unknown }) {
  const document = documentOf(value);
  if (!document) return null;
  return <div className="adf">{childrenOf(document)}</div>;
}

function childrenOf(node: AdfNode): ReactNode {
  return (node.content ?? []).map((child, index) => <Fragment key={index}>{shown(child)}</Fragment>);
}

function shown(node: AdfNode): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text ?? '');
    case 'paragraph':
      return <p>{childrenOf(node)}</p>;
    case 'heading':
      return <p className={`adf-heading adf-heading-${attribute(node, 'level')}`}>{childrenOf(node)}</p>;
    case 'bulletList':
      return <ul>{childrenOf(node)}</ul>;
    case 'orderedList':
      return <ol>{childrenOf(node)}</ol>;
    case 'listItem':
      return <li>{childrenOf(node)}</li>;
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'blockquote':
      return <blockquote>{childrenOf(node)}</blockquote>;
    case 'codeBlock':
      return (
        <pre tabIndex={0}>
          <code>{childrenOf(node)}</code>
        </pre>
      );
    case 'panel':
      return <div className={`adf-panel adf-panel-${attribute(node, 'panelType')}`}>{childrenOf(node)}</div>;
    default:
      return shownInline(node);
  }
}

function shownInline(node: AdfNode): ReactNode {
  switch (node.type) {
    case 'mention':
      return <span className="adf-mention">{attribute(node, 'text')}</span>;
    case 'emoji':
      return attribute(node, 'text') || attribute(node, 'shortName');
    case 'date':
      return <time className="adf-date">{dayOf(attribute(node, 'timestamp'))}</time>;
    case 'status':
      return <span className="adf-status">{attribute(node, 'text')}</span>;
    case 'inlineCard':
      return link(attribute(node, 'url'), attribute(node, 'url'));
    case 'table':
      return (
        <div className="adf-table" tabIndex={0} role="region" aria-label="Table">
          <table>
            <tbody>{childrenOf(node)}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{childrenOf(node)}</tr>;
    case 'tableHeader':
      return <th scope="col">{childrenOf(node)}</th>;
    case 'tableCell':
      return <td>{childrenOf(node)}</td>;
    default:
      return (
        <div className="adf-unknown">
          <small>{`[${node.type}]`}</small>
          {childrenOf(node)}
        </div>
      );
  }
}

function marked(content: ReactNode, mark: AdfMark): ReactNode {
  switch (mark.type) {
    case 'strong':
      return <strong>{content}</strong>;
    case 'em':
      return <em>{content}</em>;
    case 'code':
      return <code>{content}</code>;
    case 'underline':
      return <u>{content}</u>;
    case 'strike':
      return <s>{content}</s>;
    case 'link':
      return link(attribute(mark, 'href'), content);
    default:
      return content;
  }
}

/** Only web addresses become links: a document is written by people, and could carry `javascript:`. */
function link(href: string, content: ReactNode): ReactNode {
  const own = href.startsWith('/') && !href.startsWith('//');
  if (!own && !/^(https?|mailto):/i.test(href)) return content;
  return (
    <a href={href} rel="noopener noreferrer" {...(own ? {} : { target: '_blank' })}>
      {content}
    </a>
  );
}
