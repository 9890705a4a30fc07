// How each kind of block is written into a DOCX. Tables have a file of their own.
import { ImageRun, PageBreak, Paragraph, type Table } from 'docx';
import { toBuffer } from 'qrcode';
import type { Block } from '../layout.ts';
import { gridOf, signaturesOf, tableOf } from './tables.ts';
import { ACCENT, INK, paragraphOf, QUIET, type Writer } from './writing.ts';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;
type Written = readonly (Paragraph | Table)[];
type Writers = {
  readonly [K in Block['kind']]: (writer: Writer, block: Of<K>) => Written | Promise<Written>;
};

const HEADINGS = {
  1: { size: 40, color: ACCENT },
  2: { size: 30, color: INK },
  3: { size: 24, color: INK },
} as const;

const EMPHASES = {
  normal: { size: 22 },
  strong: { size: 24, bold: true },
  quiet: { size: 18, color: QUIET },
} as const;

const writers: Writers = {
  title: (writer, { text, level = 1, align = 'left' }) => [
    paragraphOf(writer, text, { ...HEADINGS[level], bold: true, align, keepNext: true, after: 160 }),
  ],
  paragraph: (writer, { text, align = 'left', emphasis = 'normal' }) => [
    paragraphOf(writer, text, { ...EMPHASES[emphasis], align }),
  ],
  rows: (writer, { rows }) => [gridOf(writer, rows), gap()],
  table: (writer, { columns, rows }) => [tableOf(writer, columns, rows), gap()],
  signatures: (writer, block) => signaturesOf(writer, block),
  qr: async (writer, { content, beside }) => [
    new Paragraph({ children: [await code(content)] }),
    ...beside.map((words) => paragraphOf(writer, words, { size: 18, color: QUIET })),
  ],
  notes: (writer, { notes }) =>
    notes.map((note, nth) =>
      paragraphOf({ ...writer, say: (words) => `${nth + 1}. ${writer.say(words)}` }, note, {
        size: 17,
        color: QUIET,
        after: 60,
      }),
    ),
  space: (_writer, { lines }) => Array.from({ length: lines }, gap),
  'new-page': () => [new Paragraph({ children: [new PageBreak()] })],
};

export const written = async (writer: Writer, block: Block): Promise<Written> =>
  (writers[block.kind] as (writer: Writer, block: Block) => Written | Promise<Written>)(writer, block);

const gap = (): Paragraph => new Paragraph({ spacing: { after: 120 } });

async function code(content: string): Promise<ImageRun> {
  const data = await toBuffer(content, { errorCorrectionLevel: 'M', margin: 0, width: 368 });
  return new ImageRun({ type: 'png', data, transformation: { width: 92, height: 92 } });
}
