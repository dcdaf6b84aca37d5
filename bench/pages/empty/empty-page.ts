/** The least that an Atlaskit page can be: Jira's theme, and one button. */
import '@atlaskit/css-reset';
import Button from '@atlaskit/button/new';
import { view } from '@forge/bridge';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element "root".');
await view.theme.enable();
createRoot(root).render(createElement('main', null, createElement(Button, null, 'Ready')));
