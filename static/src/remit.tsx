import { openPage } from './components/open-page';
import { RemitPage } from './pages/remit-page';

void openPage(<RemitPage />);
