// The web page's click guard: a button counts once it has stood still for half a second.
import { expect, it } from 'vitest';
import { isRepeated, Settling, type Standing } from '../../../api/chat/client/settling.ts';

class Button implements Standing {
  place = { top: 100, left: 0 };
  getBoundingClientRect() {
    return this.place;
  }
}

function opened() {
  let now = 10_000;
  const settling = new Settling<Button>(() => now);
  const after = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { settling, button: new Button(), after };
}

it('does not count a button that has only just come', () => {
  const { settling, button, after } = opened();
  settling.look([button]);
  after(699);
  expect(settling.isStill(button)).toBe(false);
  after(1);
  expect(settling.isStill(button)).toBe(true);
});

it('does not count one that the page has moved, however long it was there', () => {
  const { settling, button, after } = opened();
  settling.look([button]);
  after(60_000);
  button.place = { top: 40, left: 0 };
  settling.look([button]);
  expect(settling.isStill(button)).toBe(false);
});

it('counts one that stayed, that moved by a hair, or that the reader scrolled', () => {
  const { settling, button, after } = opened();
  settling.look([button]);
  after(1_000);
  button.place = { top: 101, left: 0 };
  settling.look([button]);
  expect(settling.isStill(button)).toBe(true);
  button.place = { top: 900, left: 0 };
  settling.look([button], true);
  expect(settling.isStill(button)).toBe(true);
});

it('knows the second click of a double click from a single one and from the keyboard', () => {
  expect([0, 1, 2, 3].map((detail) => isRepeated({ detail }))).toEqual([false, false, true, true]);
});
