import type { WorkType } from '../../domain/work-type/work-type';
import type { SetUpDependencies } from './dependencies';
import type { SetUpStep } from './set-up-step';
import { APP_FIELDS_STEP } from './steps/app-fields';
import { databaseStep, starterContentStep } from './steps/database';
import { FIELD_OPTIONS_STEP } from './steps/field-options';
import { PANEL_STEP } from './steps/panel';
import { PEOPLE_FIELDS_STEP } from './steps/people-fields';
import { PERMISSION_SCHEME_STEP } from './steps/permission-scheme';
import { PROJECT_STEP } from './steps/project';
import { screenSchemesStep } from './steps/screen-schemes';
import { screensStep } from './steps/screens';
import { statusesStep } from './steps/statuses';
import { workTypeSchemeStep } from './steps/work-type-scheme';
import { workTypesStep } from './steps/work-types';
import { workflowSchemeStep } from './steps/workflow-scheme';
import { workflowStep } from './steps/workflow';

/** Everything that set-up makes, in the order in which one part needs the other. */
export function setUpSteps(
  { database, adoptStarterContent }: Pick<SetUpDependencies, 'database' | 'adoptStarterContent'>,
  workTypes: readonly WorkType[],
): SetUpStep[] {
  return [
    databaseStep(database.migrations, database.migrate),
    starterContentStep(adoptStarterContent),
    APP_FIELDS_STEP,
    workTypesStep(workTypes),
    statusesStep(workTypes),
    PEOPLE_FIELDS_STEP,
    FIELD_OPTIONS_STEP,
    ...workTypes.map(screensStep),
    screenSchemesStep(workTypes),
    ...workTypes.map(workflowStep),
    workflowSchemeStep(workTypes),
    // A work type comes into a space that is in use only once it has all that it needs there.
    workTypeSchemeStep(workTypes),
    PERMISSION_SCHEME_STEP,
    PROJECT_STEP,
    PANEL_STEP,
  ];
}
