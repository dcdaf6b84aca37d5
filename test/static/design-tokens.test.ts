import { describe, expect, it } from '@jest/globals';
import { withTokenValues } from '../../static/design-tokens.ts';

describe('design tokens in style sheets', () => {
  it('get the value of the light theme to fall back on', () => {
    expect(withTokenValues('a { padding: var(--ds-space-100); margin: 0 }')).toBe(
      'a { padding: var(--ds-space-100, 0.5rem); margin: 0 }',
    );
  });

  it('must exist', () => {
    expect(() => withTokenValues('a { padding: var(--ds-space-101) }')).toThrow(
      '--ds-space-101 is no design token',
    );
  });
});
