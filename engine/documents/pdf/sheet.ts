// The sheet that blocks are drawn on: where the next thing goes, how wide it may be, and whether it still fits. The only
// file that knows how pages are made; blocks move its pen.
import PDFDocument from 'pdfkit';
import type { Align, PageForm, Say, Words } from '../layout.ts';
import { type Face, faceOf } from './fonts.ts';

/** Points, 72 to an inch. */
const MARGIN = 56;
export const INK = '#1b1f24';
export const QUIET = '#5b6470';
export const ACCENT = '#0b6e74';
export const LINE = '#c3cad3';

export interface Writing {
  readonly face?: Face;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: Align;
  /** From the left margin; the whole width where left out. */
  readonly x?: number;
  readonly width?: number;
}

export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly #say: Say;

  /** @param madeAt stands in the file; the same layout at the same time gives the same bytes */
  constructor(form: PageForm, title: string, madeAt: Date, say: Say) {
    this.#say = say;
    this.pdf = new PDFDocument({
      size: form.size,
      layout: form.orientation,
      margin: MARGIN,
      bufferPages: true,
      info: { Title: title, CreationDate: madeAt, ModDate: madeAt, Producer: 'Qadam', Creator: 'Qadam' },
    });
    for (const face of ['text', 'strong', 'title'] as const)
      this.pdf.registerFont(face, faceOf(face) as never);
  }

  get left(): number {
    return MARGIN;
  }

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN;
  }

  get bottom(): number {
    return this.pdf.page.height - MARGIN;
  }

  get y(): number {
    return this.pdf.y;
  }

  set y(at: number) {
    this.pdf.y = at;
  }

  say(words: Words): string {
    return this.#say(words);
  }

  /** How high words would stand. */
  heightOf(words: Words, writing: Writing = {}): number {
    this.#take(writing);
    return this.pdf.heightOfString(this.say(words), this.#boxOf(writing));
  }

  /** Writes at the pen and moves it below; long words go on over the next page. */
  write(words: Words, writing: Writing = {}): void {
    this.#take(writing);
    const { x = 0 } = writing;
    this.pdf.text(this.say(words), this.left + x, this.pdf.y, this.#boxOf(writing));
    this.pdf.x = this.left;
  }

  /** Writes at a height of its own and leaves the pen where it was. */
  writeAt(y: number, words: Words, writing: Writing = {}): void {
    const before = this.pdf.y;
    this.pdf.y = y;
    this.write(words, writing);
    this.pdf.y = before;
  }

  /** Begins a new page where so much height is not left. @returns whether it did */
  room(height: number): boolean {
    if (this.pdf.y + height <= this.bottom) return false;
    this.newPage();
    return true;
  }

  newPage(): void {
    this.pdf.addPage();
  }

  /** A thin line over a part of the width. */
  rule(y: number, x = 0, width = this.width, colour = LINE): void {
    this.pdf
      .moveTo(this.left + x, y)
      .lineTo(this.left + x + width, y)
      .lineWidth(0.75)
      .stroke(colour);
  }

  #take({ face = 'text', size = 11, colour = INK }: Writing): void {
    this.pdf.font(face).fontSize(size).fillColor(colour);
  }

  #boxOf({ align = 'left', width = this.width, size = 11 }: Writing) {
    return { align, width, lineGap: size * 0.25 };
  }
}
