import { onTicketChange } from './api/jira-page';
import { explainRoute } from './api/remit';
import { askedEarly } from './api/use-reply';
import { openPage } from './components/open-page';
import { ResponsibilityPanel } from './panels/responsibility/responsibility-panel';
import { heardEarly } from './panels/responsibility/ticket-changes';

const changes = heardEarly(onTicketChange); // first, so that what is answered is never older than what is heard
const ask = askedEarly(explainRoute);
void openPage(<ResponsibilityPanel ask={ask} changes={changes} />);
