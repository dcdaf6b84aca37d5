import { describe, expect, it } from '@jest/globals';
import type { MatrixRoute, Route } from '../../../src/domain/responsibility/route';
import { routedComment, routeReason, subjectOf } from '../../../src/domain/routing/route-words';
import { APP, CEO, CISO, CLOUD, nameOf } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';

const DEPUTY: Partial<MatrixRoute> = { accountable: CISO, decidedBy: 'deputy' };
const APPROVER: Partial<MatrixRoute> = {
  accountable: CEO,
  decidedBy: 'matrix approver',
  passedOver: [CLOUD, CISO],
};
const WHO = 'The Cloud Platform Owner is accountable for Cloud account provisioning on AWS in matrix v1';

describe('subjectOf', () => {
  it('is the activity on the service, or the domain where there is no activity', () => {
    expect(subjectOf(aRoute())).toBe('Cloud account provisioning on AWS');
    expect(subjectOf(aRoute({ activity: '' }))).toBe('Asset and configuration management on AWS');
  });
});

describe('routeReason', () => {
  it.each<[string, Partial<MatrixRoute>, string]>([
    ['the holder', {}, `${WHO}.`],
    ['a deputy while the holder is away', DEPUTY, `${WHO}; Ciso is the deputy.`],
    [
      'a deputy of an excluded holder',
      { ...DEPUTY, passedOver: [CLOUD] },
      `${WHO}; Ciso is the deputy, because Cloud can’t decide this ticket.`,
    ],
    [
      'the matrix approver',
      APPROVER,
      `${WHO}, but Cloud and Ciso can’t decide this ticket; it goes to the matrix approver.`,
    ],
  ])('says why it is %s', (_, route, words) => {
    expect(routeReason(aRoute(route), nameOf)).toBe(words);
  });
});

describe('routedComment', () => {
  const said = (route: Partial<MatrixRoute>, before: Route | null = null) =>
    routedComment(aRoute(route), before, nameOf)
      .map(part =>
        typeof part === 'string' ? part : 'strong' in part ? `*${part.strong}*` : `@${part.name}`,
      )
      .join('');
  const FOR = 'who is accountable for *Cloud account provisioning on AWS* in matrix v1.';

  it.each<[string, Partial<MatrixRoute>, string]>([
    ['the holder', {}, `Routed to @Cloud, the *Cloud Platform Owner*, ${FOR}`],
    ['a deputy', DEPUTY, `Routed to @Ciso, deputy of the *Cloud Platform Owner*, ${FOR}`],
    [
      'a deputy of someone excluded',
      { ...DEPUTY, passedOver: [CLOUD] },
      `Routed to @Ciso, deputy of the *Cloud Platform Owner*, ${FOR} Cloud can’t decide this ticket because they are involved in it.`,
    ],
    [
      'the matrix approver',
      APPROVER,
      'Routed to @Ceo, the matrix approver. The *Cloud Platform Owner* is accountable for *Cloud account provisioning on AWS* in matrix v1. Cloud and Ciso can’t decide this ticket because they are involved in it.',
    ],
  ])('tells that it went to %s', (_, route, words) => {
    expect(said(route)).toBe(words);
  });

  it('mentions the person, so that Jira tells them', () => {
    expect(routedComment(aRoute(), null, nameOf)).toContainEqual({ mention: CLOUD, name: 'Cloud' });
  });

  it.each<[string, Partial<MatrixRoute>, Partial<MatrixRoute>, string]>([
    [
      'it is about something else',
      {},
      { service: 'GitHub', accountable: APP },
      'Until now it was about Cloud account provisioning on GitHub.',
    ],
    [
      'the matrix has a new version',
      { matrixVersion: 2 },
      { accountable: APP },
      'The matrix has changed since v1.',
    ],
    ['someone else decides', DEPUTY, {}, 'Until now it was with Cloud.'],
    ['someone else performs', { performer: CISO }, {}, 'Once approved, Ciso carries it out.'],
    ['the matrix approver decides', APPROVER, {}, 'Until now it was with Cloud.'],
  ])('tells what changed when %s', (_, route, before, words) => {
    const comment = said(route, aRoute(before));
    expect(comment).toMatch(/^Routed again to /);
    expect(comment.endsWith(` ${words}`)).toBe(true);
  });
});
