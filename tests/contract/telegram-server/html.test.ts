// Telegram's HTML: what it turns into, and how it is refused.
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../support/telegram/html.ts';

describe('HTML', () => {
  it.each([
    ['a &lt;b&gt; &amp; &quot;c&quot; &#1180;', 'a <b> & "c" Ҝ', []],
    ['Tom & Jerry &copy;', 'Tom & Jerry &copy;', []],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    ['🙂<u>x</u>', '🙂x', [{ type: 'underline', offset: 2, length: 1 }]],
    [
      '<a href="https://a.kz/?x=1&amp;y=2">link</a>',
      'link',
      [{ type: 'text_link', offset: 0, length: 4, url: 'https://a.kz/?x=1&y=2' }],
    ],
    ['<a href="no link">x</a>', 'x', []],
    [
      '<pre><code class="language-ts">x</code></pre>',
      'x',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
    ['<code class="language-ts">x</code>', 'x', [{ type: 'code', offset: 0, length: 1 }]],
    ['<blockquote expandable>q</blockquote>', 'q', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">s</span>', 's', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<b></b>x', 'x', []],
  ])('%s', (source, text, entities) => {
    expect(parseHtml(source)).toEqual({ text, entities });
  });

  it.each([
    ['<b>open', `Can't find end tag corresponding to start tag "b"`],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['ә <br> x', 'Unsupported start tag "br" at byte offset 3'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['<div>x</div>', 'Unsupported start tag "div" at byte offset 0'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('%s is refused', (source, reason) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});
