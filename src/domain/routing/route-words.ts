import type { MatrixRoute, RoleRoute, Route } from '../responsibility/route';
import type { AccountId } from '../shared/account';
import type { CommentParagraph } from '../ticket/comment';
import type { NameOf } from '../shared/account';

/** What the route is about: `Cloud account provisioning on AWS`. */
export function subjectOf(
  route: Pick<MatrixRoute, 'by' | 'activity' | 'domain' | 'service'> | Pick<RoleRoute, 'by' | 'matter'>,
): string {
  return route.by === 'matrix' ? `${route.activity || route.domain} on ${route.service}` : route.matter;
}

/** Why this person decides, in one sentence. */
export function routeReason(route: Route, name: NameOf): string {
  const accountable = `The ${route.roleName} is accountable for ${subjectOf(route)}${sourceOf(route)}`;
  const passedOver =
    route.passedOver.length > 0 ? `${names(route.passedOver, name)} can’t decide this ticket` : '';
  switch (route.decidedBy) {
    case 'holder':
      return `${accountable}.`;
    case 'deputy':
      return `${accountable}; ${name(route.accountable)} is the deputy${passedOver ? `, because ${passedOver}` : ''}.`;
    case 'matrix approver':
      return `${accountable}, but ${passedOver}; it goes to the matrix approver.`;
  }
}

/** The comment that tells the ticket's readers where it went, and why it went there now. */
export function routedComment(route: Route, before: Route | null, name: NameOf): CommentParagraph {
  const to = { mention: route.accountable, name: name(route.accountable) };
  const why = before ? ` ${changeOf(route, before, name)}` : '';
  const [role, what] = [{ strong: route.roleName }, { strong: subjectOf(route) }];
  const matrix = `${sourceOf(route)}.`;
  const verb = before ? 'Routed again' : 'Routed';
  switch (route.decidedBy) {
    case 'holder':
      return [`${verb} to `, to, ', the ', role, ', who is accountable for ', what, matrix, why];
    case 'deputy':
      return [
        `${verb} to `,
        to,
        ', deputy of the ',
        role,
        ', who is accountable for ',
        what,
        matrix,
        passed(route, name),
        why,
      ];
    case 'matrix approver':
      return [
        `${verb} to `,
        to,
        ', the matrix approver. The ',
        role,
        ' is accountable for ',
        what,
        matrix,
        passed(route, name),
        why,
      ];
  }
}

/** A route by a role rests on no matrix. */
export function sourceOf(route: Route): string {
  return route.by === 'matrix' ? ` in matrix v${route.matrixVersion}` : '';
}

function passed(route: Route, name: NameOf): string {
  return route.passedOver.length > 0
    ? ` ${names(route.passedOver, name)} can’t decide this ticket because they are involved in it.`
    : '';
}

function changeOf(route: Route, before: Route, name: NameOf): string {
  if (subjectOf(route) !== subjectOf(before)) return `Until now it was about ${subjectOf(before)}.`;
  if (route.by === 'matrix' && before.by === 'matrix' && route.matrixVersion !== before.matrixVersion)
    return `The matrix has changed since v${before.matrixVersion}.`;
  if (route.accountable !== before.accountable) return `Until now it was with ${name(before.accountable)}.`;
  return `Once approved, ${name(route.performer)} carries it out.`;
}

function names(accounts: readonly AccountId[], name: NameOf): string {
  return new Intl.ListFormat('en-GB').format(accounts.map(name));
}
