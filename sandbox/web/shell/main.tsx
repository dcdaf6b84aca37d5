import '@atlaskit/css-reset';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App';
import './shell.css';

z.config({ jitless: true }); // the page's policy forbids eval

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(<App />);
