import { z } from 'zod';
import type { Governance } from './governance.ts';

const grant = z.object({
  permission: z.string(),
  holder: z.object({ type: z.string(), parameter: z.string().optional() }),
});
const scheme = z.object({ id: z.number(), name: z.string(), permissions: z.array(grant) });

export type Grant = z.infer<typeof grant>;

/**
 * Changes who may do what in the space, as an administrator may at any time.
 * @returns puts it back as it was
 */
export async function changeGrants(
  site: Governance,
  change: (grants: readonly Grant[]) => Grant[],
): Promise<() => Promise<void>> {
  const admin = site.sandbox.as('admin');
  const { body } = await admin.get('/rest/api/3/permissionscheme?expand=permissions');
  const schemes = z.object({ permissionSchemes: z.array(scheme) }).parse(body).permissionSchemes;
  const own = schemes.find(({ name }) => name.startsWith('Remit'));
  if (!own) throw new Error(`The space has no permission scheme of its own: ${JSON.stringify(schemes)}`);
  const put = async (permissions: readonly Grant[]) => {
    const path = `/rest/api/3/permissionscheme/${String(own.id)}`;
    const { status } = await admin.put(path, { name: own.name, permissions });
    if (status !== 200) throw new Error(`Changing the permission scheme answered ${String(status)}`);
  };
  await put(change(own.permissions));
  return () => put(own.permissions);
}
