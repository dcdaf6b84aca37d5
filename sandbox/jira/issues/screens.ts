/** Which fields are on the screen of an operation. */
import type { JiraContext } from '../context.ts';
import type { Project } from '../model.ts';
import { present } from './find-issue.ts';

type Site = Pick<JiraContext, 'records'>;
export type Operation = 'create' | 'edit' | 'view';

/** The ids of the fields on the screen, in their order. */
export function screenFields(
  site: Site,
  project: Project,
  issueTypeId: string,
  operation: Operation,
): string[] {
  const schemes = present(
    site.records.issueTypeScreenSchemes.get(project.issueTypeScreenSchemeId),
    `work type screen scheme ${project.issueTypeScreenSchemeId}`,
  );
  const mapping =
    schemes.mappings.find(one => one.issueTypeId === issueTypeId) ??
    schemes.mappings.find(one => one.issueTypeId === 'default');
  const schemeId = present(mapping, `screen scheme of work type ${issueTypeId}`).screenSchemeId;
  const { screens } = present(site.records.screenSchemes.get(schemeId), `screen scheme ${schemeId}`);
  return fieldsOfScreen(site, screens[operation] ?? screens.default);
}

export function fieldsOfScreen(site: Site, screenId: string): string[] {
  return present(site.records.screens.get(screenId), `screen ${screenId}`).tabs.flatMap(tab => tab.fieldIds);
}
