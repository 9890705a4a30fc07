// Files are told by their content; a picture is measured by its header before anything decodes it.
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { acceptedTypes, acceptFile, cleanName, LARGEST_FILE } from '../../../engine/media/accept.ts';
import { holds } from '../../support/run/holds.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const { documents, chat } = acceptedTypes;

const outcome = async (bytes: Uint8Array, name = 'a.pdf', types: readonly RegExp[] = documents) => {
  const accepted = await acceptFile({ name, bytes }, types);
  return accepted.ok ? accepted.value.mime : accepted.reasons.map((each) => each.code).join();
};

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

/** A PNG that says this size and holds next to nothing. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const body = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...body]);
}

it('takes what its content shows, whatever it is called', async () => {
  expect(await outcome(PDF, 'photo.jpg')).toBe('application/pdf');
  expect(await outcome(png(4_000, 3_000), 'contract.exe')).toBe('image/png');
});

it.each([
  ['common.file-empty', Buffer.alloc(0)],
  ['common.file-too-large', Buffer.alloc(LARGEST_FILE + 1)],
  ['common.file-type', Buffer.from('MZ\u0090 a program')],
  ['common.file-type', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['common.file-type', Buffer.from('just words')],
  ['common.file-pixels', png(30_000, 30_000)],
  ['common.file-pixels', png(20_001, 10)],
  ['common.file-pixels', png(0, 10)],
  ['common.file-pixels', Buffer.from('ffd8ffe000104a46494600010101', 'hex')],
])('refuses as %s', async (code, bytes) => expect(await outcome(bytes)).toBe(code));

it('takes more kinds in a chat than on a form, and measures pictures there as well', async () => {
  const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([10, 0, 10, 0, 0, 0, 0])]);
  expect(await outcome(gif, 'a.gif', chat)).toBe('image/gif');
  expect(await outcome(gif)).toBe('common.file-type');
  const bomb = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([255, 255, 255, 255, 0, 0, 0])]);
  expect(await outcome(bomb, 'a.gif', chat)).toBe('common.file-pixels');
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\docs\\Келісім.pdf', 'Келісім.pdf'],
  ['a\u202Egpj.exe', 'agpj.exe'],
  ['\u0000\u200b \n', 'file'],
  ['', 'file'],
])('cleans the name %j', (given, name) => expect(cleanName(given)).toBe(name));

it('never throws, and answers at once, for any bytes behind any beginning', async () => {
  const starts = [
    '',
    '89504e470d0a1a0a',
    'ffd8ff',
    '52494646000000005745425056503820',
    '0000001866747970',
    '255044462d',
  ];
  const wish = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }));
  await holds(
    fc.asyncProperty(wish, async ([start, rest]) => {
      const began = performance.now();
      const name = cleanName(Buffer.from(rest).toString('utf8'));
      expect([...name].length).toBeLessThanOrEqual(120);
      await outcome(Buffer.concat([Buffer.from(start, 'hex'), rest]), name, chat);
      expect(performance.now() - began).toBeLessThan(1_000);
    }),
    { numRuns: 500 },
  );
});
