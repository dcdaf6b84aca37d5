import { z } from 'zod';

/** What `router.navigate`, `open` and `getUrl` pass: an address, or a target with what identifies it. */
export const NavigationRequest = z.object({
  type: z.enum(['same-tab', 'new-tab']).optional(),
  url: z.string().optional(),
  target: z.string().optional(),
  issueKey: z.string().optional(),
  moduleKey: z.string().optional(),
});
export type NavigationRequest = z.infer<typeof NavigationRequest>;

/** The address that a page of the app asks for. Refuses targets that the shell has no page for, and script addresses. */
export function addressOfTarget(request: NavigationRequest): string {
  const { url, target, issueKey, moduleKey } = request;
  if (url !== undefined) {
    if (!['http:', 'https:'].includes(new URL(url, window.location.href).protocol))
      throw new Error(`Not a web address: ${url}`);
    return url;
  }
  if (target === 'issue' && issueKey !== undefined) return `/browse/${encodeURIComponent(issueKey)}`;
  if (target === 'module' && moduleKey !== undefined) return `/apps/${encodeURIComponent(moduleKey)}`;
  throw new Error(`The navigation target ${target ?? '(none)'} is not modelled by the sandbox.`);
}
