import { z } from 'zod';
import { jira } from './request';

/** Whether the person signed in is a Jira administrator. */
export async function isAdministrator(): Promise<boolean> {
  const Permissions = z.object({
    permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
  });
  const { permissions } = await jira(Permissions, 'GET', 'mypermissions?permissions=ADMINISTER');
  return permissions['ADMINISTER']?.havePermission ?? false;
}
