// How each kind of block is drawn: headings, paragraphs, label and value, signature places. Tables and codes have files of
// their own.
import type { Align, Block, SignaturePlace, Words } from '../layout.ts';
import { drawCode } from './code.ts';
import { ACCENT, INK, QUIET, type Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const LINE_HEIGHT = 14;
const HEADINGS = {
  1: { face: 'title', size: 26, colour: ACCENT },
  2: { face: 'title', size: 18, colour: INK },
  3: { face: 'strong', size: 13, colour: INK },
} as const;

type Drawers = { readonly [K in Block['kind']]: (sheet: Sheet, block: Of<K>) => void };

const drawers: Drawers = {
  title: heading,
  paragraph,
  rows,
  table: (sheet, { columns, rows: lines }) => drawTable(sheet, columns, lines),
  signatures,
  qr: (sheet, { content, beside }) => drawCode(sheet, content, beside),
  notes,
  space: (sheet, { lines }) => {
    sheet.y += lines * LINE_HEIGHT;
  },
  'new-page': (sheet) => sheet.newPage(),
};

export function draw(sheet: Sheet, block: Block): void {
  (drawers[block.kind] as (sheet: Sheet, block: Block) => void)(sheet, block);
}

function heading(sheet: Sheet, { text, level = 1, align = 'left' }: Of<'title'>): void {
  const writing = { ...HEADINGS[level], align };
  // A heading never stands alone at the end of a page.
  sheet.room(sheet.heightOf(text, writing) + 3 * LINE_HEIGHT);
  sheet.write(text, writing);
  sheet.y += level === 1 ? 10 : 6;
}

function paragraph(sheet: Sheet, { text, align = 'left', emphasis = 'normal' }: Of<'paragraph'>): void {
  const looks = {
    normal: { size: 11 },
    strong: { face: 'strong', size: 12 },
    quiet: { size: 9, colour: QUIET },
  } as const;
  sheet.write(text, { ...looks[emphasis], align });
  sheet.y += 6;
}

function rows(sheet: Sheet, block: Of<'rows'>): void {
  const label = sheet.width * 0.34;
  const beside = { x: label + 12, width: sheet.width - label - 12 };
  for (const row of block.rows) {
    const left = { width: label, colour: QUIET, size: 10 };
    const right = { ...beside, face: 'strong' as const, size: 10.5 };
    const height = Math.max(sheet.heightOf(row.label, left), sheet.heightOf(row.value, right));
    sheet.room(height);
    const top = sheet.y;
    sheet.writeAt(top, row.label, left);
    sheet.writeAt(top, row.value, right);
    sheet.y = top + height + 5;
  }
  sheet.y += 6;
}

function notes(sheet: Sheet, block: Of<'notes'>): void {
  for (const [nth, words] of block.notes.entries()) {
    small(sheet, `${nth + 1}. ${sheet.say(words)}`, 'left');
    sheet.y += 3;
  }
}

const PLACE_HEIGHT = 76;

/** Two beside each other: the position, a line to sign on, the name. */
function signatures(sheet: Sheet, { places, seal }: Of<'signatures'>): void {
  const width = (sheet.width - 24) / 2;
  for (let at = 0; at < places.length; at += 2) {
    sheet.room(PLACE_HEIGHT);
    const top = sheet.y;
    for (const [nth, place] of places.slice(at, at + 2).entries())
      drawPlace(sheet, place, { x: nth * (width + 24), width, top });
    sheet.y = top + PLACE_HEIGHT;
  }
  if (seal) small(sheet, seal, 'left');
}

interface Spot {
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

function drawPlace(sheet: Sheet, { role, name }: SignaturePlace, { x, width, top }: Spot): void {
  sheet.writeAt(top, role, { x, width, size: 9, colour: QUIET });
  sheet.rule(top + 40, x, width, INK);
  if (name) sheet.writeAt(top + 43, name, { x, width, size: 9 });
}

const small = (sheet: Sheet, words: Words, align: Align): void =>
  sheet.write(words, { size: 9, colour: QUIET, align });
