import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** A package that a weakness is known of. */
export interface Weakness {
  name: string;
  severity: string;
}

/** What a registry said of known weaknesses; or why it said nothing. */
export type AuditAnswer =
  { verdict: 'answered'; weaknesses: Weakness[] } | { verdict: 'unanswered'; reason: string };

/** What a package is weak by: an advisory of its own, or the name of a package that it needs. */
const via = z.array(z.union([z.string(), z.looseObject({})]));
const report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), via })),
});
const failure = z.object({ statusCode: z.number().optional(), code: z.string().optional() });

/**
 * Runs `npm audit --omit=dev`: known weaknesses of `dependencies` and of what these bring, each named where it is.
 * @param registry - by default the one that npm is set to
 */
export async function auditOfDependencies(root: string, registry?: string): Promise<AuditAnswer> {
  const options = ['--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'];
  const where = registry === undefined ? [] : [`--registry=${registry}`];
  // npm ends with a fault both when it finds something and when no one answers: what it prints tells them apart.
  const printed = await new Promise<string>(done => {
    execFile('npm', ['audit', ...options, ...where], { cwd: root, maxBuffer: 2 ** 25 }, (_, stdout) => {
      done(stdout);
    });
  });
  const answer: unknown = JSON.parse(printed);
  const read = report.safeParse(answer);
  if (!read.success) {
    const { statusCode, code } = failure.parse(answer);
    return { verdict: 'unanswered', reason: String(statusCode ?? code ?? 'no answer') };
  }
  const weaknesses = Object.entries(read.data.vulnerabilities)
    .filter(([, found]) => found.via.some(each => typeof each !== 'string'))
    .map(([name, { severity }]) => ({ name, severity }));
  return { verdict: 'answered', weaknesses };
}

/** Names of packages, with the versions that are in use. */
type Packages = Readonly<Record<string, readonly string[]>>;

/**
 * A registry on this machine that knows a weakness of every version of some packages, and nothing else.
 * Source: the bulk advisory endpoint, as npm asks it.
 * @param known - severities by package
 */
export async function registryThatKnows(known: Readonly<Record<string, string>>) {
  let asked: Packages = {};
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      if (request.url !== '/-/npm/v1/security/advisories/bulk') return response.writeHead(404).end('{}');
      const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
      asked = JSON.parse(text.toString('utf8')) as Packages;
      const advisories = Object.entries(known).filter(([name]) => name in asked);
      return response.end(JSON.stringify(Object.fromEntries(advisories.map(advisoryOf))));
    })();
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      await new Promise(closed => server.close(closed));
    },
  };
}

function advisoryOf([name, severity]: [string, string], nth: number) {
  const advisory = {
    id: nth + 1,
    url: 'about:blank',
    title: 'An example',
    severity,
    vulnerable_versions: '*',
  };
  return [name, [{ ...advisory, cwe: [], cvss: { score: 0 } }]] as const;
}
