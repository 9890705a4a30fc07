// A layout as a PDF. Called by whoever hands a document out, with the reader's language in `say`.
import type { Layout, Say, Words } from '../layout.ts';
import { draw } from './blocks.ts';
import { LINE, QUIET, Sheet } from './sheet.ts';

/**
 * @param madeAt stands in the file; the same layout at the same time gives the same bytes
 * @returns the bytes of the file
 */
export async function renderPdf(layout: Layout, say: Say, madeAt: Date): Promise<Buffer> {
  const sheet = new Sheet(layout.page, say(layout.title), madeAt, say);
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    sheet.pdf.on('data', (piece: Buffer) => pieces.push(piece));
    sheet.pdf.on('end', resolve);
    sheet.pdf.on('error', reject);
  });
  for (const block of layout.blocks) draw(sheet, block);
  drawEdges(sheet, layout);
  sheet.pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

const EDGE = 24;

/** What stands on every page, now that their number is known. */
function drawEdges(sheet: Sheet, { header, footer, numbered = false, page }: Layout): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    sheet.pdf.switchToPage(start + at);
    // Within the margins, where nothing else is written: without them the writer would begin a page.
    const { margins } = sheet.pdf.page;
    sheet.pdf.page.margins = { ...margins, top: 0, bottom: 0 };
    const { height } = sheet.pdf.page;
    if (page.framed) frame(sheet);
    // Within the line around the page, where there is one.
    const inset = EDGE + (page.framed ? 14 : 6);
    const beneath = height - inset - 12;
    if (header) edge(sheet, inset, header, 'left');
    if (footer) edge(sheet, beneath, footer, 'left');
    if (numbered) edge(sheet, beneath, `${at + 1} / ${count}`, 'right');
    sheet.pdf.page.margins = margins;
  }
}

const edge = (sheet: Sheet, y: number, words: Words, align: 'left' | 'right'): void =>
  sheet.writeAt(y, words, { size: 8, colour: QUIET, align });

function frame(sheet: Sheet): void {
  const { width, height } = sheet.pdf.page;
  sheet.pdf
    .rect(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE)
    .lineWidth(1.2)
    .stroke(LINE);
}
