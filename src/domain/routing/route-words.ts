import type { MatrixRoute, RoleRoute, Route } from '../responsibility/route';
import type { AccountId } from '../shared/account';
import type { CommentParagraph } from '../ticket/comment';
import type { NameOf } from '../shared/account';
import { listed, say } from '../shared/sentence';

/** What the route is about: `Cloud account provisioning on AWS`. */
export function subjectOf(
  route: Pick<MatrixRoute, 'by' | 'activity' | 'domain' | 'service'> | Pick<RoleRoute, 'by' | 'matter'>,
): string {
  return route.by === 'matrix' ? say`${route.activity || route.domain} on ${route.service}` : route.matter;
}

/** Why this person decides, in one sentence. */
export function routeReason(route: Route, name: NameOf): string {
  const accountable = say`The ${route.roleName} is accountable for ${subjectOf(route)}${sourceOf(route)}`;
  const passedOver =
    route.passedOver.length > 0 ? say`${names(route.passedOver, name)} can’t decide this ticket` : '';
  switch (route.decidedBy) {
    case 'holder':
      return say`${accountable}.`;
    case 'deputy':
      return say`${accountable}; ${name(route.accountable)} is the deputy${passedOver ? say`, because ${passedOver}` : ''}.`;
    case 'matrix approver':
      return say`${accountable}, but ${passedOver}; it goes to the matrix approver.`;
  }
}

/** The comment that tells the ticket's readers where it went, and why it went there now. */
export function routedComment(route: Route, before: Route | null, name: NameOf): CommentParagraph {
  const to = { mention: route.accountable, name: name(route.accountable) };
  const why = before ? say` ${changeOf(route, before, name)}` : '';
  const [role, what] = [{ strong: route.roleName }, { strong: subjectOf(route) }];
  const matrix = say`${sourceOf(route)}.`;
  const verb = before ? 'Routed again' : 'Routed';
  switch (route.decidedBy) {
    case 'holder':
      return [say`${verb} to `, to, ', the ', role, ', who is accountable for ', what, matrix, why];
    case 'deputy':
      return [
        say`${verb} to `,
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
        say`${verb} to `,
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
  return route.by === 'matrix' ? say` in matrix v${route.matrixVersion}` : '';
}

function passed(route: Route, name: NameOf): string {
  return route.passedOver.length > 0
    ? say` ${names(route.passedOver, name)} can’t decide this ticket because they are involved in it.`
    : '';
}

function changeOf(route: Route, before: Route, name: NameOf): string {
  if (subjectOf(route) !== subjectOf(before)) return say`Until now it was about ${subjectOf(before)}.`;
  if (route.by === 'matrix' && before.by === 'matrix' && route.matrixVersion !== before.matrixVersion)
    return say`The matrix has changed since v${before.matrixVersion}.`;
  if (route.accountable !== before.accountable)
    return say`Until now it was with ${name(before.accountable)}.`;
  return say`Once approved, ${name(route.performer)} carries it out.`;
}

function names(accounts: readonly AccountId[], name: NameOf): string {
  return listed(accounts.map(name));
}
