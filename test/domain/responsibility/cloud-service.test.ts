import { describe, expect, it } from '@jest/globals';
import { findService } from '../../../src/domain/responsibility/cloud-service';
import { aService, GITHUB } from '../../support/builders/company';

describe('findService', () => {
  const oddlyNamed = aService({ key: 'legacy', name: 'aws-old' });
  const keyedSo = aService({ key: 'aws-old', name: 'The former AWS' });
  it.each([
    ['by its name', 'AWS', 'aws'],
    ['by its key', 'aws', 'aws'],
    ['in any letters', 'Aws', 'aws'],
    ['by its name in full width and with a space at its end', '\uFF21\uFF37\uFF33\u00A0', 'aws'],
    ['with what can’t be seen in it', 'Git\u200BHub\uFE0F', 'github'],
    ['by a key with another dash', 'aws\u2011old', 'legacy'],
    ['by name before key, because tickets carry names', 'aws-old', 'legacy'],
  ])('finds a service %s', (_, text, key) => {
    expect(findService([GITHUB, aService(), keyedSo, oddlyNamed], text)?.key).toBe(key);
  });

  it.each([['Git Hub'], ['*'], [''], ['\u200B'], ['\u0410WS']])('finds none for %j', text => {
    expect(findService([aService(), GITHUB], text)).toBeUndefined();
  });
});
