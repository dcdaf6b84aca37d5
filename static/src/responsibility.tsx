import { explainRoute } from './api/remit';
import { askedEarly } from './api/use-reply';
import { openPage } from './components/open-page';
import { ResponsibilityPanel } from './panels/responsibility/responsibility-panel';

const ask = askedEarly(explainRoute);
void openPage(<ResponsibilityPanel ask={ask} />);
