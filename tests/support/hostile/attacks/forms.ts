// The secure forms, with secrets that open them and with secrets that do not: fields, files, signatures, Telegram's word.
import fc from 'fast-check';
import { hostileText } from '../values.ts';
import type { Wish } from '../wish.ts';
import { type Attacks, callerOf } from './attack.ts';
import { type HostileFile, hostileFile, multipart } from './multipart.ts';

/** DER of sequences in sequences, as many as fit. */
function deepDer(levels: number): string {
  let der = Buffer.alloc(0);
  for (let level = 0; level < levels; level += 1) {
    const length = der.byteLength;
    const head = length < 128 ? [0x30, length] : [0x30, 0x82, length >> 8, length & 255];
    der = Buffer.concat([Buffer.from(head), der]);
  }
  return der.toString('base64');
}

const signatures = [
  deepDer(10_000),
  'MIIB',
  `-----BEGIN CMS-----\n${'A'.repeat(60_000)}\n-----END CMS-----`,
  'MIAGCSqGSIb3DQEHAqCAMIACAQExADALBgkqhkiG9w0BBwEAAAAA',
  'MIGfBgkqhkiG9w0BBwKggZEwgY4CAQExADCBhgYJKoZIhvcNAQcBoHkEdw==',
  'qadam-demo-signature',
];

const typed = fc.record(
  {
    iin: fc.oneof(hostileText, fc.constantFrom('050101500010', '٠٥٠١٠١٥٠٠٠١٠', '050101500011')),
    iban: fc.oneof(hostileText, fc.constantFrom('KZ86125KZT5004100100', 'KZ86 125K ZT50 0410 0100')),
    relation: hostileText,
    signature_text: fc.oneof(hostileText, fc.constantFrom(...signatures)),
    init_data: fc.oneof(
      hostileText,
      fc.constantFrom(
        'user=%7B%22id%22%3A1%7D&auth_date=1&hash=0',
        'hash=a&hash=b',
        'auth_date=NaN',
        'a=b\n=c',
      ),
    ),
    __proto__x: hostileText,
  },
  { requiredKeys: [] },
);

/** Of forms that are open, of all kinds, and of their entrances inside Telegram. */
export interface FormSecrets {
  readonly forms: readonly string[];
  readonly entrances: readonly string[];
}

export function formAttacks({ forms, entrances }: FormSecrets): Attacks {
  return fc
    .record({
      fields: typed,
      how: fc.nat(9),
      which: fc.nat(),
      file: fc.option(hostileFile),
      most: fc.constantFrom(60, 60, 300, 20_000),
      guess: fc.option(hostileText, { freq: 9 }),
    })
    .map(({ which, guess, ...sent }) => async (field): Promise<Wish> => {
      const isEntrance = sent.how % 4 === 0;
      const open = isEntrance ? entrances : forms;
      const secret = guess?.slice(0, 300) || (open[which % open.length] ?? '');
      const at = encodeURIComponent(secret.replace(/\p{Cs}/gu, ''));
      const headers = callerOf(field);
      if (sent.how === 8) return { what: 'form text', method: 'GET', path: `/forms/${at}/text`, headers };
      const path = `/forms/${isEntrance ? 'app/' : ''}${at}`;
      if (sent.how === 9) return { what: 'form shown', method: 'GET', path, headers };
      return sending(path, headers, sent);
    });
}

interface Sending {
  readonly fields: Readonly<Record<string, string>>;
  readonly how: number;
  readonly file: HostileFile | null;
  /** Of each field that is urlencoded. */
  readonly most: number;
}

function sending(path: string, headers: Wish['headers'], { fields, how, file, most }: Sending): Wish {
  if (how > 4) {
    const { type, body } = multipart(fields, file);
    return {
      what: 'form multipart',
      method: 'POST',
      path,
      headers: { ...headers, 'content-type': type },
      body,
    };
  }
  const short = Object.entries(fields).map(([name, each]) => [name, each.slice(0, most)]);
  return {
    ...{ what: 'form', method: 'POST', path },
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(short).toString(),
  };
}
