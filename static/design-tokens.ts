import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface EsModule<T> {
  default: T;
}

const require = createRequire(import.meta.url);
const names = (require('@atlaskit/tokens/token-names') as EsModule<Record<string, string>>).default;
const values = (require('@atlaskit/tokens/token-default-values') as EsModule<Record<string, string>>).default;
const valueOfProperty = new Map(Object.entries(names).map(([name, property]) => [property, values[name]]));

/**
 * Gives every `var(--ds-…)` of a style sheet the value that the token has in Jira's light theme, for the moment before
 * the theme is there and for parts of it that the host leaves out.
 * @throws Error for a token that Atlassian's design system does not have, so that a misspelling cannot be shipped
 */
export function withTokenValues(css: string): string {
  return css.replace(/var\((--ds-[\w-]+)\)/g, (_, property: string) => {
    const value = valueOfProperty.get(property);
    if (value === undefined) throw new Error(`${property} is no design token`);
    return `var(${property}, ${value})`;
  });
}

/** Applies `withTokenValues` to our own style sheets; Atlaskit's already have theirs. */
export function designTokens(): Plugin {
  return {
    name: 'design-tokens',
    enforce: 'pre',
    transform(code, id) {
      const [file = id] = id.split('?');
      if (!file.endsWith('.css') || file.includes('node_modules')) return null;
      return { code: withTokenValues(code), map: null };
    },
  };
}
