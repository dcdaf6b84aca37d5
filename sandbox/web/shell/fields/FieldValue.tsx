import Tag from '@atlaskit/tag';
import { AdfDocument } from '../adf/AdfDocument';
import { documentOf } from '../adf/nodes';
import { PersonName } from '../layout/Avatar';
import { choiceOf } from './draft';
import { day, instant } from '../layout/time';

/** A stored value as it is read; whatever field it belongs to. */
export function FieldValue({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className="none">None</span>;
  }
  if (documentOf(value)) return <AdfDocument value={value} />;
  if (Array.isArray(value)) return <ValueList values={value} />;
  if (typeof value === 'string') return <>{text(value)}</>;
  if (typeof value === 'number' || typeof value === 'boolean') return <>{String(value)}</>;
  const choice = choiceOf(value);
  if (choice && typeof value === 'object' && 'accountId' in value) {
    return (
      <PersonName
        accountId={choice.value}
        name={choice.label}
        inactive={'active' in value && value.active === false}
      />
    );
  }
  return <>{choice?.label ?? JSON.stringify(value)}</>;
}

function ValueList({ values }: { values: unknown[] }) {
  return (
    <span className="values">
      {values.map((each, index) =>
        typeof each === 'string' ? (
          <Tag key={index} text={each} isRemovable={false} />
        ) : (
          <FieldValue key={index} value={each} />
        ),
      )}
    </span>
  );
}

function text(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? instant(value) : value;
}
