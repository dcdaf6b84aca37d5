import type { WorkType } from '../../domain/work-type/work-type';
import type { SetUpDependencies } from './dependencies';
import type { SetUpStep } from './set-up-step';
import { APP_FIELDS_STEP } from './steps/app-fields-step';
import { databaseStep, starterContentStep } from './steps/database-steps';
import { FIELD_OPTIONS_STEP } from './steps/field-options-step';
import { PANEL_STEP } from './steps/panel-step';
import { PEOPLE_FIELDS_STEP } from './steps/people-fields-step';
import { PERMISSION_SCHEME_STEP } from './steps/permission-scheme-step';
import { PROJECT_STEP } from './steps/project-step';
import { screenSchemesStep } from './steps/screen-schemes-step';
import { screensStep } from './steps/screens-step';
import { statusesStep } from './steps/statuses-step';
import { workTypeSchemeStep } from './steps/work-type-scheme-step';
import { workTypesStep } from './steps/work-types-step';
import { workflowSchemeStep } from './steps/workflow-scheme-step';
import { workflowStep } from './steps/workflow-step';

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
