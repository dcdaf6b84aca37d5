import { z } from 'zod';
import type { Person } from '../../support/sandbox-client.ts';
import type { CloudAccountRequest } from './cloud-account-request.ts';
import { Governance, type Values } from './governance.ts';
import { TestSandbox } from '../../support/sandbox-client.ts';

/** The space GOV of a sandbox of its own, for requests of access. */
export async function openAccess(): Promise<Governance> {
  return Governance.of(await TestSandbox.start(), 'Remit: Access request');
}

/**
 * Everything that Submit asks for, with an end some days away. The IAM Lead decides; on GitHub the Application Owner
 * performs.
 */
export async function access(site: Governance, values: Values = {}, days = 30): Promise<Values> {
  return {
    'Cloud service': 'GitHub',
    Beneficiary: 'engineer2',
    Entitlement: 'maintain on the repository shop',
    'Access until': await site.day(days),
    ...values,
  };
}

/** Raised by the engineer, approved by the IAM Lead, granted by the Application Owner. */
export async function granted(site: Governance, values: Values): Promise<CloudAccountRequest> {
  const request = await site.submitted(values);
  await request.mustMove('iam', 'Approve');
  await request.mustMove('app', 'Grant');
  return request;
}

const explanation = z.object({
  final: z.boolean(),
  domain: z.string(),
  activity: z.string(),
  route: z.object({ reason: z.string() }).nullable(),
  excluded: z.array(z.object({ person: z.object({ accountId: z.string() }), because: z.string() })),
  transitions: z.array(
    z.object({
      name: z.string(),
      youMay: z.boolean(),
      who: z.string(),
      whyNot: z.string().optional(),
      lacks: z.array(z.object({ code: z.string() })),
    }),
  ),
  findings: z.array(z.object({ code: z.string(), message: z.string() })),
});

/** What the panel on the ticket says to a person. */
export function explained(site: Governance, request: CloudAccountRequest, person: Person) {
  return site.sandbox.as(person).ask('route.explain', explanation, { issueKey: request.key });
}
