import { askWhoReads } from './api/reader';
import { askedEarly } from './api/use-reply';
import { openPage } from './components/open-page';
import { RemitPage } from './pages/remit-page';

const askReader = askedEarly(askWhoReads);
void openPage(<RemitPage askReader={askReader} />);
