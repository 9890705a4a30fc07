// How words become runs and paragraphs. Line breaks within words stay line breaks.
import { AlignmentType, Paragraph, TextRun } from 'docx';
import type { Align, Say, Words } from '../layout.ts';

/** Held by every word processor, with every Kazakh letter. */
export const FONT = 'Arial';
export const INK = '1B1F24';
export const QUIET = '5B6470';
export const ACCENT = '0B6E74';
export const LINE = 'C3CAD3';

export interface Writer {
  readonly say: Say;
  /** Of a line, in twentieths of a point. */
  readonly width: number;
}

export interface Writing {
  /** Half-points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: Align;
  readonly keepNext?: boolean;
  readonly after?: number;
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

export function paragraphOf({ say }: Writer, words: Words, writing: Writing = {}): Paragraph {
  const { size = 22, bold = false, color = INK, align = 'left', keepNext = false, after = 120 } = writing;
  const lines = say(words).split('\n');
  return new Paragraph({
    alignment: ALIGNMENTS[align],
    keepNext,
    spacing: { after },
    children: lines.map(
      (text, nth) => new TextRun({ text, bold, color, size, font: FONT, ...(nth > 0 && { break: 1 }) }),
    ),
  });
}
