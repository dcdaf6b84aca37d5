import { z } from 'zod';

const ProductRequest = z.object({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z
    .object({
      method: z.string().optional(),
      body: z.string().nullish(),
      headers: z.array(z.tuple([z.string(), z.string()])).optional(),
    })
    .optional(),
});

/** `requestJira` of a page: Jira's REST as the person signed in, never as whom a frame names. Other products aren't there. */
export async function fetchProduct(data: unknown): Promise<unknown> {
  const { product, restPath, fetchRequestInit = {} } = ProductRequest.parse(data);
  if (product !== 'jira') throw new Error(`The product ${product} is not modelled by the sandbox.`);
  const url = new URL(restPath, window.location.origin);
  if (url.origin !== window.location.origin || !url.pathname.startsWith('/rest/'))
    throw new Error(`Not a path of Jira's REST: ${restPath}`);
  const response = await fetch(url, {
    method: fetchRequestInit.method ?? 'GET',
    headers: (fetchRequestInit.headers ?? []).filter(
      ([name]) => name.trim().toLowerCase() !== 'authorization',
    ),
    ...(typeof fetchRequestInit.body === 'string' && fetchRequestInit.body !== ''
      ? { body: fetchRequestInit.body }
      : {}),
  });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers.entries()),
    body: await response.text(),
    isAttachment: false,
  };
}
