import type { JiraContext } from '../context.ts';
import type { Route } from './router.ts';

/** Every operation by which a site is set up and its people's rights are asked. */
export function adminRoutes(context: JiraContext): Route[] {
  return [context].flatMap(() => []);
}
