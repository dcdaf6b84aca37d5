import { describe, expect, it } from '@jest/globals';
import { mutualApprovals, type ApprovalGiven } from '../../../src/domain/bypass/mutual-approvals';
import { plus } from '../../../src/domain/shared/instant';
import { NOW } from '../../support/builders/company';

let nth = 0;
const approval = (approver: string, ...gained: string[]): ApprovalGiven => {
  nth += 1;
  return { ticketKey: `GOV-${String(nth)}`, at: plus(NOW, nth), approver, gained };
};
const found = (given: readonly ApprovalGiven[]) =>
  mutualApprovals(given).map(({ people, approvals }) => [people.join(' '), approvals.length]);

describe('mutualApprovals', () => {
  it.each<[string, ApprovalGiven[], [string, number][]]>([
    ['two who approve each other’s, once each', [approval('a', 'b'), approval('b', 'a')], [['a b', 2]]],
    [
      'two, in five rounds, one gaining as owner and the other as requester',
      [1, 2, 3, 4, 5].flatMap(() => [approval('a', 'x', 'b'), approval('b', 'a', 'a')]),
      [['a b', 10]],
    ],
    [
      'three in a circle',
      [approval('a', 'b'), approval('b', 'c'), approval('c', 'a'), approval('c', 'x')],
      [['a b c', 3]],
    ],
    [
      'several pairs, the busiest first',
      [approval('c', 'd'), approval('d', 'c'), approval('a', 'b'), approval('b', 'a'), approval('b', 'a')],
      [
        ['a b', 3],
        ['c d', 2],
      ],
    ],
    [
      'a pair, and not again the circle that it is part of',
      [approval('a', 'b'), approval('b', 'a'), approval('b', 'c'), approval('c', 'a')],
      [['a b', 2]],
    ],
  ])('finds %s', (_, given, expected) => {
    expect(found(given)).toEqual(expected);
    expect(found(given.toReversed())).toEqual(expected);
  });

  it.each<[string, ApprovalGiven[]]>([
    ['one who approves another’s, however often', [1, 2, 3].map(() => approval('a', 'b'))],
    ['one who approves for many', ['b', 'c', 'd'].map(gained => approval('a', gained))],
    ['a line of three', [approval('a', 'b'), approval('b', 'c')]],
    ['one who gains of what they approved themselves', [approval('a', 'a')]],
    ['no one', []],
  ])('finds nothing in %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  it('tells what was approved, the newest first, and nothing that others approved', () => {
    const [one, other, third] = [approval('a', 'b'), approval('b', 'a'), approval('a', 'c')];
    expect(mutualApprovals([one, other, third])).toEqual([{ people: ['a', 'b'], approvals: [other, one] }]);
  });
});
