import { describe, expect, it } from '@jest/globals';
import { DOMAINS } from '../../../src/domain/responsibility/domains';
import {
  APP_FIELD_NAMES,
  APP_FIELDS,
  FIELD_NAMES,
  PEOPLE_FIELDS,
} from '../../../src/domain/work-type/fields';

describe('fields', () => {
  it('have one name each, people’s and the app’s together', () => {
    const names = [
      ...FIELD_NAMES.map(field => PEOPLE_FIELDS[field].name),
      ...APP_FIELD_NAMES.map(field => APP_FIELDS[field].name),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['Cloud service', 'Account ID', 'Accountable', 'Content hash']),
    );
  });

  it('offer the options of the public contract', () => {
    expect(PEOPLE_FIELDS.environment.options).toEqual(['Production', 'Staging', 'Development', 'Sandbox']);
    expect(PEOPLE_FIELDS.dataClassification.options).toEqual([
      'Public',
      'Internal',
      'Confidential',
      'Restricted',
    ]);
    expect(PEOPLE_FIELDS.responsibilityDomain.options).toBe(DOMAINS);
    expect(DOMAINS).toHaveLength(12);
  });
});
