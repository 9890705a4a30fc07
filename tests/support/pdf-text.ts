// What a PDF of ours says, page by page, read from its bytes: the glyphs of each page and the table by which a reader copies
// them as letters. Knows pdfkit's way of writing and no other.
import { inflateSync } from 'node:zlib';

/** The words of each page; pieces of a line are joined. */
export function pagesOf(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter((each) => /\/Type \/Page\b/.test(each.head));
  return pages.map(({ head }) => {
    const resources = objects.get(refOf(head, 'Resources'))?.head ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
        name,
        lettersOf(objects, id),
      ]),
    );
    return wordsOf(objects.get(refOf(head, 'Contents'))?.stream ?? '', fonts);
  });
}

interface PdfObject {
  readonly head: string;
  /** Inflated. */
  readonly stream: string;
}
type Objects = ReadonlyMap<string, PdfObject>;

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const found = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(
    found.map(([, id = '', body = '']) => {
      const [head = '', rest] = body.split('\nstream\n');
      const bytes = Buffer.from(rest?.slice(0, rest.lastIndexOf('\nendstream')) ?? '', 'latin1');
      const isPacked = bytes.byteLength > 0 && head.includes('FlateDecode');
      return [id, { head, stream: (isPacked ? inflateSync(bytes) : bytes).toString('latin1') }];
    }),
  );
}

const refOf = (head: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '';

/** Letters by glyph, from the font's own table; a ligature stands for several. */
function lettersOf(objects: Objects, font: string): ReadonlyMap<number, string> {
  const table = objects.get(refOf(objects.get(font)?.head ?? '', 'ToUnicode'))?.stream ?? '';
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [at, [, hex = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries())
      letters.set(
        Number.parseInt(from, 16) + at,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return letters;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> = new Map();
  let words = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g))
      for (const code of hex.match(/.{4}/g) ?? []) words += letters.get(Number.parseInt(code, 16)) ?? '?';
    if (shown !== undefined) words += '\n';
  }
  return words;
}
