import type { Operation } from './openapi-schema.ts';

/**
 * Operations that Atlassian has described since the description that tests have at hand was published, in its form.
 * Source: Jira Cloud REST API v3, "Issue panels", "Get issue panel pin status for projects" (autumn 2026).
 */
export const NEWER_OPERATIONS: Record<string, Record<string, Operation>> = {
  '/rest/api/3/forge/panel/action/bulk/status': {
    post: {
      parameters: [],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['moduleId', 'projectList'],
              additionalProperties: false,
              properties: {
                moduleId: { type: 'string' },
                projectList: { type: 'array', items: { type: 'string' } },
              },
            },
          },
        },
      },
      responses: {
        '200': {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  moduleId: { type: 'string' },
                  statuses: {
                    type: 'array',
                    items: {
                      type: 'object',
                      additionalProperties: false,
                      properties: {
                        projectIdOrKey: { type: 'string' },
                        pinned: { type: 'boolean' },
                        pinnedAt: { type: 'integer' },
                        error: { type: 'string', nullable: true },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        '400': {},
        '401': {},
        '403': {},
      },
      security: [{ OAuth2: ['manage:jira-project'] }],
    },
  },
};
