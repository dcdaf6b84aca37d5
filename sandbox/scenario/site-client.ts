import type { PageOfApp, ScenarioPerson } from './scenario.ts';

/** A person who uses the sandbox at `url` as everyone does, by HTTP. */
export function personAt(url: string, email: string): ScenarioPerson {
  const authorization = `Basic ${Buffer.from(`${email}:sandbox`).toString('base64')}`;
  const request: ScenarioPerson['request'] = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      // A task that Jira has begun is answered 303.
      redirect: 'manual',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  return {
    request,
    async invoke(functionKey: string, payload: unknown = {}, context?: PageOfApp) {
      const path = `/sandbox/invoke/${encodeURIComponent(functionKey)}`;
      const { status, body } = await request('POST', path, { payload, ...(context && { context }) });
      if (status !== 200)
        throw new Error(`${functionKey} answered ${String(status)}: ${JSON.stringify(body)}`);
      return body;
    },
  };
}
