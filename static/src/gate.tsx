import { openPage } from './components/open-page';
import { GateView } from './pages/gate/gate-view';

void openPage(<GateView />);
