/** The content security policy that Forge gives a Custom UI page, by Forge's own package. */
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

/**
 * The value of the `Content-Security-Policy` header of one page of the app.
 * @param html - the page as built, whose inline scripts are hashed
 * @param content - `permissions.content` of the manifest
 * @param shellOrigins - the origins that may frame the page: the local Jira
 */
export function contentPolicy(
  html: string,
  content: { scripts?: string[]; styles?: string[] },
  shellOrigins: readonly string[],
): string {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  const styles = (content.styles ?? []).filter(style => style === 'unsafe-inline'); // the only one that Forge knows
  const details = processing.getCspDetails(html, { content: { scripts: content.scripts ?? [], styles } });
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: details,
    microsEnv: 'prod',
    hostname: shellOrigins.join(' '),
  });
  return directives
    .filter(directive => !directive.startsWith('report-uri')) // reports would go to Atlassian, and nothing leaves this machine
    .map(directive => directive.replace(/^frame-ancestors /, `frame-ancestors ${shellOrigins.join(' ')} `))
    .join('; ');
}
