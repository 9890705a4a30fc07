// A layout as a DOCX, for documents that people go on with: forms to be signed and sealed. Called like the PDF's renderer.
import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Language } from '../../kernel/languages.ts';
import type { Layout, PageForm, Say } from '../layout.ts';
import { written } from './blocks.ts';
import { FONT, QUIET, type Writer } from './writing.ts';

const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' };
/** Twentieths of a point. */
const SIZES = { A4: { width: 11_906, height: 16_838 }, A5: { width: 8_391, height: 11_906 } } as const;
const MARGIN = 1_120;

/** @returns the bytes of the file */
export async function renderDocx(layout: Layout, say: Say, language: Language): Promise<Buffer> {
  const writer: Writer = { say, width: widthOf(layout.page) };
  const children = [];
  for (const block of layout.blocks) children.push(...(await written(writer, block)));
  return Packer.toBuffer(
    new Document({
      title: say(layout.title),
      creator: 'Qadam',
      styles: {
        default: {
          document: {
            run: { font: FONT, size: 22, language: { value: LOCALES[language] } },
            paragraph: { spacing: { after: 120 } },
          },
        },
      },
      sections: [{ properties: { page: pageOf(layout.page) }, ...edgesOf(layout, say), children }],
    }),
  );
}

const widthOf = ({ size, orientation }: PageForm): number =>
  (orientation === 'portrait' ? SIZES[size].width : SIZES[size].height) - 2 * MARGIN;

function pageOf({ size, orientation }: PageForm) {
  const turned = orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    size: { ...SIZES[size], orientation: turned },
    margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
  };
}

/** What stands on every page. */
function edgesOf({ header, footer, numbered = false }: Layout, say: Say) {
  const quiet = { size: 16, color: QUIET, font: FONT };
  const words = (text: string) => new TextRun({ ...quiet, text });
  const number = new TextRun({ ...quiet, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
  const beneath = [...(footer ? [words(`${say(footer)}   `)] : []), ...(numbered ? [number] : [])];
  return {
    ...(header && {
      headers: { default: new Header({ children: [new Paragraph({ children: [words(say(header))] })] }) },
    }),
    ...(beneath.length > 0 && {
      footers: { default: new Footer({ children: [new Paragraph({ children: beneath })] }) },
    }),
  };
}
