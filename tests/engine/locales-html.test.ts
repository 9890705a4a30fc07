// Measuring and cutting Telegram HTML: the limits hold, and what comes out still parses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutHtml, cutLabel, escapeHtml, plainOfHtml, visibleLength } from '../../locales/html.ts';
import { holds } from '../support/run/holds.ts';

const tags = ['b', 'i', 'u', 's', 'code', 'blockquote'];

const html = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme', maxLength: 30 }).map(escapeHtml),
    fc.tuple(fc.constantFrom(...tags), tie('node')).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    tie('node').map((inner) => `<a href="https://example.kz/?a=1&amp;b=2">${inner}</a>`),
    fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join(' ')),
  ),
})).node;

/** True when every tag is closed in order and no bare `<`, `>` or unfinished entity is left. */
function wellFormed(text: string): boolean {
  const open: string[] = [];
  for (const [, closing, tag] of text.matchAll(/<(\/?)([a-z]+)[^<>]*>/g)) {
    if (closing !== '/') open.push(tag ?? '');
    else if (open.pop() !== tag) return false;
  }
  const rest = text.replace(/<[^<>]*>/g, '').replace(/&(#\d+|[a-z]+);/g, '');
  return open.length === 0 && !/[<>&]/.test(rest);
}

describe('cutHtml', () => {
  it('keeps the limit and the markup, whatever the text', async () => {
    await holds(
      fc.property(html, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const cut = cutHtml(text, limit);
        expect(visibleLength(cut)).toBeLessThanOrEqual(limit);
        expect(wellFormed(cut)).toBe(true);
        expect(plainOfHtml(cut)).not.toMatch(/\p{Surrogate}/u);
        if (visibleLength(text) <= limit) expect(cut).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends at a word and closes what is open', () => {
    expect(cutHtml('<b>one <i>two three</i></b> four', 12)).toBe('<b>one <i>two…</i></b>');
  });
});

it('escaping and reading back is the identity', async () => {
  await holds(fc.property(fc.string({ unit: 'grapheme' }), (text) => plainOfHtml(escapeHtml(text)) === text));
});

it('labels are cut without splitting a character', () => {
  expect(cutLabel('short', 10)).toBe('short');
  expect(cutLabel('🙂🙂🙂', 4)).toBe('🙂…');
});
