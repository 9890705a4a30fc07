// A message by keys becomes words, buttons and files within Telegram's limits.
import { describe, expect, it } from 'vitest';
import { createRenderer, LIMITS, render } from '../../../bot/delivery/render.ts';
import { decodeCallback } from '../../../bot/dialogue/callback.ts';
import { text } from '../../../engine/kernel/message.ts';
import { visibleLength } from '../../../locales/html.ts';

const place = { tag: 't1', step: 'menu' };
const noMedia = async () => null;
const bug = (reference: string) => text('common:error.bug', { reference });

describe('render', () => {
  it('sets paragraphs apart, in the reader’s language', async () => {
    const shown = await render({ texts: [bug('AB'), text('common:error.text')] }, 'ru', place, noMedia);
    expect(shown.html).toMatch(/<code>AB<\/code>.*\n\nТекст скоро появится$/s);
  });

  it('gives buttons their words and their callback data', async () => {
    const label = text('common:error.text');
    const buttons = [
      [
        { label, action: { choice: 'a:b' } },
        { label, action: { go: 'credit.status', argument: 'x' } },
      ],
      [{ label, action: { url: 'https://example.kz' } }],
    ];
    const shown = await render({ texts: [label], buttons }, 'en', place, noMedia);
    const data = shown.buttons
      .flat()
      .map((button) => ('data' in button ? decodeCallback(button.data) : button));
    expect(data).toEqual([
      { kind: 'choice', tag: 't1', step: 'menu', choice: 'a:b' },
      { kind: 'go', dialogue: 'credit.status', argument: 'x' },
      { label: 'Text to follow', url: 'https://example.kz' },
    ]);
  });

  it('refuses callback data over 64 bytes', async () => {
    const buttons = [[{ label: text('common:error.text'), action: { choice: 'ұ'.repeat(40) } }]];
    await expect(render({ texts: [], buttons }, 'kk', place, noMedia)).rejects.toThrow('64 bytes');
  });

  it('cuts what is over the limits and keeps its markup whole', async () => {
    const long = bug(`<${'x y'.repeat(3000)}>`);
    const buttons = [[{ label: long, action: { choice: 'a' } }]];
    const shown = await render({ texts: [long], buttons }, 'en', place, noMedia);
    expect(visibleLength(shown.html)).toBeLessThanOrEqual(LIMITS.message);
    expect(shown.html).toMatch(/…<\/code>$/);
    expect(shown.buttons[0]?.[0]?.label.length).toBeLessThanOrEqual(LIMITS.label);
    expect(createRenderer(noMedia).toast(long, 'kk').length).toBeLessThanOrEqual(LIMITS.toast);
  });

  it('shows the media that are still kept', async () => {
    const kept = { kind: 'photo', name: 'a.png', mime: 'image/png', bytes: new Uint8Array([1]) } as const;
    const load = async (id: string) => (id === 'kept' ? kept : null);
    const shown = await render({ texts: [], media: ['kept', 'erased'] }, 'kk', place, load);
    expect(shown.media).toEqual([kept]);
  });
});
