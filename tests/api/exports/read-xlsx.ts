// Reads an Excel file as a spreadsheet would: unzipped, its XML parsed, shared strings looked up, escapes undone. Knows
// nothing of the library that writes them.
import { inflateRawSync } from 'node:zlib';

export interface ReadCell {
  readonly kind: 'text' | 'number' | 'formula';
  readonly value: string;
}

/** Rows of cells by column letter. */
export function readXlsx(file: Buffer): readonly Readonly<Record<string, ReadCell>>[] {
  const entries = unzip(file);
  const shared = textsOf(entries.get('xl/sharedStrings.xml') ?? '');
  const sheet = entries.get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    Object.fromEntries(
      [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, about = '', inside = '']) => [
        /r="([A-Z]+)/.exec(about)?.[1] ?? '',
        cellOf(about, inside, shared),
      ]),
    ),
  );
}

function cellOf(about: string, inside: string, shared: readonly string[]): ReadCell {
  const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? '';
  if (inside.includes('<f')) return { kind: 'formula', value };
  if (/t="s"/.test(about)) return { kind: 'text', value: shared[Number(value)] ?? '' };
  if (/t="(inlineStr|str)"/.test(about)) return { kind: 'text', value: textsOf(inside)[0] ?? '' };
  return { kind: 'number', value };
}

const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<t(?: [^>]*)?(?:\/>|>(.*?)<\/t>)/gs)].map(([, text = '']) => unescaped(text));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text
    // What an XML reader does with line ends, before anything else.
    .replace(/\r\n?/g, '\n')
    .replace(/&(#x?)?(\w+);/g, (_, number: string | undefined, name: string) =>
      number
        ? String.fromCodePoint(Number.parseInt(name, number === '#x' ? 16 : 10))
        : (ENTITIES[name] ?? ''),
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** By the central directory, as every reader does. */
function unzip(file: Buffer): ReadonlyMap<string, string> {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const entries = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    const content = file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    entries.set(file.toString('utf8', at + 46, at + 46 + name), content.toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return entries;
}
