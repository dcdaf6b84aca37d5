import api, { route } from '@forge/api';

export async function greet({ context }) {
  const me = await (await api.asUser().requestJira(route`/rest/api/3/myself`)).json();
  return { greeting: `Hello ${me.displayName}, this is ${context.extension.issue.key}` };
}

export async function welcome({ issue }) {
  const body = JSON.stringify({ update: { labels: [{ add: 'welcome' }] } });
  await api.asApp().requestJira(route`/rest/api/3/issue/${issue.key}`, { method: 'PUT', body });
}
