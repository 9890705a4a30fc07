// Forms with files as they go over the wire, and files that are not what they say.
import fc from 'fast-check';
import { hostileText } from '../values.ts';

export interface HostileFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const contents: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from('x'),
  Buffer.from('%PDF-1.7\n'),
  Buffer.concat([png, Buffer.from('ffffffffffffffff0806000000', 'hex')]),
  png,
  Buffer.from('ffd8ffe0', 'hex'),
  Buffer.from('GIF89a/*<script>*/'),
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  Buffer.from('PK\u0003\u0004'.padEnd(40, '\0'), 'latin1'),
  Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8 ', 'latin1'),
  Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
  Buffer.from(`ID3${'\xff'.repeat(100)}`, 'latin1'),
];

export const hostileFile: fc.Arbitrary<HostileFile> = fc.record({
  field: fc.constantFrom('file', 'signature', 'files', '__proto__', ''),
  name: hostileText.map((each) => each.slice(0, 3_000)),
  type: fc.constantFrom('image/png', 'text/html', 'application/octet-stream', 'image/svg+xml', 'x'),
  bytes: fc.oneof(
    fc
      .tuple(fc.constantFrom(...contents), fc.uint8Array({ maxLength: 2_000 }))
      .map((parts) => Buffer.concat(parts)),
    fc.constantFrom(...contents),
  ),
});

const BOUNDARY = 'hostile-boundary';

export function multipart(
  fields: Readonly<Record<string, string>>,
  file: HostileFile | null,
): { readonly type: string; readonly body: Buffer } {
  const head = (name: string, rest = ''): string =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${quoted(name)}"${rest}\r\n\r\n`;
  const parts: Uint8Array[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`${head(name)}${value}\r\n`),
  );
  if (file) {
    const named = head(file.field, `; filename="${quoted(file.name)}"\r\ncontent-type: ${file.type}`);
    parts.push(Buffer.from(named), file.bytes, Buffer.from('\r\n'));
  }
  const body = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body };
}

const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&').replace(/[\r\n]/g, ' ');
