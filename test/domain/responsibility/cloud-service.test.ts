import { describe, expect, it } from '@jest/globals';
import {
  findService,
  serviceMeant,
  type CloudService,
} from '../../../src/domain/responsibility/cloud-service';
import { aService, GITHUB } from '../../support/builders/company';

describe('findService', () => {
  it.each([
    ['by its name', 'AWS', 'aws'],
    ['by its key', 'aws', 'aws'],
    ['in any letters', 'Aws', 'aws'],
    ['in full width, with a space at its end', '\uFF21\uFF37\uFF33\u00A0', 'aws'],
    ['with what can’t be seen in it', 'Git\u200BHub\uFE0F', 'github'],
  ])('finds a service %s', (_, text, key) => {
    expect(findService([GITHUB, aService()], text)?.key).toBe(key);
  });

  it.each([['Git Hub'], ['*'], [''], ['\u200B'], ['\u0410WS']])('finds none for %j', text => {
    expect(findService([aService(), GITHUB], text)).toBeUndefined();
  });

  it.each([
    ['two have the name', 'AWS', [aService(), aService({ key: 'other' })]],
    ['one has the name, another the key', 'github', [GITHUB, aService({ name: 'github' })]],
    ['names can’t be told apart', 'AWS', [aService(), aService({ key: 'other', name: 'a\u200Bws' })]],
  ])('finds none where %s, in whatever order', (_, text, services) => {
    expect(findService(services, text)).toBeUndefined();
    expect(findService(services.toReversed(), text)).toBeUndefined();
    expect(findService([GITHUB, aService({ key: 'github-2', name: 'github-2' })], 'github')).toBe(GITHUB);
  });
});

describe('serviceMeant', () => {
  const gcp = aService({ key: 'gcp', name: 'Google Cloud', provider: 'Google' });
  const named = [aService(), gcp];
  const keyOf = (register: readonly CloudService[], text: string) =>
    serviceMeant({ named, register }, text)?.key;

  it('is the one that the version names, whatever the register calls so since', () => {
    const swapped = [aService({ name: 'Google Cloud' }), { ...gcp, name: 'AWS' }];
    expect(keyOf(swapped, 'AWS')).toBe('aws');
    expect(keyOf(swapped, 'Google Cloud')).toBe('gcp');
    const taken = [aService({ name: 'Renamed' }), gcp, aService({ key: 'later', name: 'AWS' })];
    expect(keyOf(taken, 'AWS')).toBe('aws');
  });

  it('is the version’s by its key where only the register knows the name: with the provider that was approved', () => {
    const register = [aService({ name: 'Renamed', provider: 'Other' }), gcp];
    expect(serviceMeant({ named, register }, 'Renamed')).toEqual(aService());
  });

  it('is the register’s where it came after the version, and none where neither knows it', () => {
    const later = aService({ key: 'later', name: 'Later' });
    expect(serviceMeant({ named, register: [...named, later] }, 'Later')).toBe(later);
    expect(keyOf(named, 'Azure')).toBeUndefined();
  });
});
