// Asks before something that cannot be undone. Escape keeps everything, as the button does that has the focus.
import { h } from './dom.ts';

interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

export function ask({ text, yes, no }: Question): Promise<boolean> {
  const keep = h('button', { type: 'button', class: 'keep', autofocus: true }, no);
  const act = h('button', { type: 'button', class: 'act' }, yes);
  const dialog = h(
    'dialog',
    { class: 'ask', 'aria-label': text },
    h('p', {}, text),
    h('div', { class: 'answers' }, keep, act),
  );
  document.body.append(dialog);
  return new Promise((resolve) => {
    keep.addEventListener('click', () => dialog.close());
    act.addEventListener('click', () => dialog.close('yes'));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}
