import { readSetUpStatus } from './api/remit';
import { askedEarly } from './api/use-reply';
import { openPage } from './components/open-page';
import { SetUpPage } from './panels/set-up/set-up-page';

const ask = askedEarly(readSetUpStatus);
void openPage(<SetUpPage ask={ask} />);
