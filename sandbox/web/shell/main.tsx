import './zod-without-eval';
import '@atlaskit/css-reset';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import './shell.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(<App />);
