import { isMovedByApp, resolutionsOf } from '../../../domain/work-type/work-type';
import type { ProvisioningPorts } from '../../ports/provisioning-ports';
import type { ProvisioningStep } from '../provisioning-step';
import { APP_ACCOUNT_STEP } from './app-account-step';
import { APP_FIELDS_STEP } from './app-fields-step';
import { APPS_ROLE_STEP } from './apps-role-step';
import { databaseStep, starterContentStep } from './database-steps';
import { FIELD_OPTIONS_STEP } from './field-options-step';
import { PANEL_STEP } from './panel-step';
import { PEOPLE_FIELDS_STEP } from './people-fields-step';
import { PERMISSION_SCHEME_STEP } from './permission-scheme-step';
import { PROJECT_STEP } from './project-step';
import { resolutionsStep } from './resolutions-step';
import { screenSchemesStep } from './screen-schemes-step';
import { screensStep } from './screens-step';
import { statusesStep } from './statuses-step';
import { workTypeSchemeStep } from './work-type-scheme-step';
import { workTypesStep } from './work-types-step';
import { workflowSchemeStep } from './workflow-scheme-step';
import { workflowStep } from './workflow-step';

/** All steps, in the order in which one needs the other. */
export function provisioningSteps({
  database,
  adoptStarterContent,
  workTypes,
}: Pick<ProvisioningPorts, 'database' | 'adoptStarterContent' | 'workTypes'>): ProvisioningStep[] {
  return [
    databaseStep(database.migrations, database.migrate),
    starterContentStep(adoptStarterContent),
    APP_FIELDS_STEP,
    ...(workTypes.some(isMovedByApp) ? [APP_ACCOUNT_STEP] : []),
    workTypesStep(workTypes),
    statusesStep(workTypes),
    ...(resolutionsOf(workTypes).length > 0 ? [resolutionsStep(workTypes)] : []),
    PEOPLE_FIELDS_STEP,
    FIELD_OPTIONS_STEP,
    ...workTypes.map(screensStep),
    screenSchemesStep(workTypes),
    APPS_ROLE_STEP,
    ...workTypes.map(workflowStep),
    workflowSchemeStep(workTypes),
    // A work type is added to a space in use only once everything that it needs is there.
    workTypeSchemeStep(workTypes),
    PERMISSION_SCHEME_STEP,
    PROJECT_STEP,
    PANEL_STEP,
  ];
}
