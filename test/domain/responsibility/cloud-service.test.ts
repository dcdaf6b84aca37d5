import { describe, expect, it } from '@jest/globals';
import { findService } from '../../../src/domain/responsibility/cloud-service';
import { aService, GITHUB } from '../../support/builders/company';

describe('findService', () => {
  const oddlyNamed = aService({ key: 'legacy', name: 'github' });
  it.each([
    ['by its exact name', 'AWS', 'aws'],
    ['by its key', 'aws', 'aws'],
    ['by name before key, because tickets carry names', 'github', 'legacy'],
  ])('finds a service %s', (_, text, key) => {
    expect(findService([GITHUB, aService(), oddlyNamed], text)?.key).toBe(key);
  });

  it.each([['Aws'], ['*'], ['']])('finds none for %j', text => {
    expect(findService([aService(), GITHUB], text)).toBeUndefined();
  });
});
