// The report in the contract's form: every plan value of the sample stands in it beside its fact, in PDF and DOCX, with the
// document's number, footnotes, and places for seal and signatures.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../engine/documents/docx/render.ts';
import type { Words } from '../../../engine/documents/layout.ts';
import { renderPdf } from '../../../engine/documents/pdf/render.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { impactOf } from '../../../engine/programmes/grant/impact/facts.ts';
import { indicatorsOf } from '../../../engine/programmes/grant/plan/shape.ts';
import { wordsIn } from '../../../engine/programmes/grant/plan/words.ts';
import { progressOf } from '../../../engine/programmes/grant/progress/progress.ts';
import { resultsOf } from '../../../engine/programmes/grant/progress/results.ts';
import { reportLayout } from '../../../engine/programmes/grant/report/layout.ts';
import type { NumberedPiece, ReportView } from '../../../engine/programmes/grant/report/view.ts';
import { samplePlan } from '../../../engine/programmes/grant/sample/sample.ts';
import { plainText } from '../../../locales/texts.ts';
import { pagesOf } from '../../support/pdf-text.ts';

const plan = samplePlan();
const [first] = indicatorsOf(plan);
if (!first) throw new Error('the sample has indicators');

const evidence = {
  _id: 'e1',
  activity: '1.1',
  serves: [{ indicator: first.id, part: 0 }],
  kind: 'link',
  link: { url: 'https://example.kz/post/1', network: 'instagram' },
  media: [],
  date: '2025-05-20',
  decision: { quantity: 3 },
} as unknown as NumberedPiece['evidence'];

const piece = { id: 'e1', serves: evidence.serves, quantity: 3, people: null, of: null };
const progress = progressOf(plan, [{ ...piece, date: '2025-05-20', participant: null }], {
  participants: 7,
  trip: null,
});
const view: ReportView = {
  kind: 'final',
  version: 2,
  ...{ plan, progress, results: resultsOf(plan, progress) },
  impact: impactOf(plan, progress, { impact: [{ line: 'direct', value: 47, by: 'x', at: new Date(0) }] }),
  pieces: [{ no: 1, evidence }],
  signatures: [
    { as: 'grant-president', name: 'Үлгі Мысал', acting: false, on: '2025-05-01' },
    { as: 'grant-chair', name: 'Сынақ Төраға', acting: true, on: '2025-05-01' },
  ],
  contacts: [],
  on: '2025-10-31',
  docId: 'AAAA-BBBB-CCCC-DDDD',
};

const say = (language: Language) => (words: Words) =>
  typeof words === 'string' ? words : plainText(words, language);
/** Lines are broken where the column ends. */
const joined = (text: string): string => text.replace(/\s+/g, '');

async function pdfWords(language: Language): Promise<readonly string[]> {
  return pagesOf(await renderPdf(reportLayout(view, language), say(language), new Date(0)));
}
async function docxWords(language: Language): Promise<string> {
  const files = unzipSync(await renderDocx(reportLayout(view, language), say(language), language));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, words]) => words).join('');
}
const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

describe.each(['kk', 'ru'] as const)('G-17 G-52: the final report in %s', (language) => {
  let pages: readonly string[];
  let docx: string;
  beforeAll(async () => {
    pages = await pdfWords(language);
    docx = joined(unescaped(await docxWords(language)));
  });

  it('holds the name and the plan of all 71 indicators, in both formats', () => {
    const all = joined(pages.join('\n'));
    const values = indicatorsOf(plan).flatMap(({ name, words }) => [name, words]);
    expect(values).toHaveLength(142);
    for (const value of values) {
      const words = joined(wordsIn(value, language));
      expect(all, words).toContain(words);
      expect(docx, words).toContain(words);
    }
  });

  it('shows fact beside plan, with the number of what proves it and its link', () => {
    const all = joined(pages.join('\n'));
    for (const words of ['№1', 'https://example.kz/post/1', '3/5', '50', '47']) {
      expect(all, words).toContain(joined(words));
      expect(docx, words).toContain(joined(words));
    }
  });

  it('carries the document number on every page, six footnotes, seal and signatures', () => {
    for (const [nth, page] of pages.entries()) {
      expect(page).toContain('DOC ID AAAA-BBBB-CCCC-DDDD');
      expect(page).toContain(`${nth + 1} / ${pages.length}`);
    }
    const all = pages.join('\n');
    for (const nth of [1, 2, 3, 4, 5, 6]) expect(all).toMatch(new RegExp(`^${nth}\\. `, 'm'));
    expect(all.split(language === 'kk' ? 'М.О.' : 'М.П.')).toHaveLength(3);
    expect(all).toContain('Үлгі Мысал');
  });
});

it('G-43: shows and prints who signed in the place of another', async () => {
  expect(joined((await pdfWords('kk')).join('\n'))).toContain(joined('Басқарма төрағасының м.а.'));
  expect(await docxWords('ru')).toContain('И. о. председателя правления');
});
