// Uses the bridge as @forge/bridge does: `window.__bridge.callBridge(command, data)`.
const { callBridge } = window.__bridge;
const show = (id, text) => {
  document.getElementById(id).textContent = text;
};
const ask = async () =>
  show('answer', JSON.stringify(await callBridge('invoke', { functionKey: 'demo.answer', payload: {} })));
let changes = 0;

const start = async () => {
  await callBridge('enableTheming');
  const context = await callBridge('getContext');
  show('issue', context.extension.modal ? 'in a dialog' : (context.extension.issue?.key ?? 'none'));
  const me = await callBridge('fetchProduct', {
    product: 'jira',
    restPath: '/rest/api/3/myself',
    fetchRequestInit: { method: 'GET', headers: [['accept', 'application/json']] },
  });
  show('person', JSON.parse(me.body).displayName);
  await callBridge('on', {
    event: 'JIRA_ISSUE_CHANGED',
    callback: data => {
      changes += data.changes.length;
      show('changes', String(changes));
      void ask();
    },
  });
  document.getElementById('flag').onclick = () =>
    callBridge('showFlag', { id: 'demo', title: 'A flag of the app', type: 'success' });
  document.getElementById('dialog').onclick = () =>
    callBridge('openModal', {
      resource: null,
      size: 'small',
      title: 'A dialog of the app',
      context: { step: 1 },
      onClose: value => show('answer', `closed with ${value}`),
    });
  document.getElementById('close').onclick = () => callBridge('close', 'thanks');
  try {
    await callBridge('openRovo', {});
  } catch (error) {
    show('refused', error.message);
  }
  await ask();
};
void start();
