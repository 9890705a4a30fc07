// Telegram's signed data is taken as it was signed, for the right bot and while it is fresh; nothing else is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkInitData } from '../../../api/forms/init-data.ts';
import { holds } from '../../support/run/holds.ts';
import { initFields, signedInitData } from '../../support/telegram/init-data.ts';

const TOKEN = '700003:mini-app-test-token';
const NOW = new Date('2026-10-05T06:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
const check = (raw: string, token = TOKEN) => checkInitData(raw, token, NOW);

it('takes a known vector, signed outside this code', () => {
  // HMAC by openssl: see the two commands of `openssl dgst -sha256 -mac HMAC` over these very lines.
  const raw =
    'auth_date=1791180000&user=%7B%22id%22%3A1001%7D&hash=efdd0531a2f73d7613d34336f70b02a33139528814255e25978b39e284d26e17';
  expect(check(raw)).toEqual({
    id: '1001',
    hash: 'efdd0531a2f73d7613d34336f70b02a33139528814255e25978b39e284d26e17',
  });
});

it('tells who opened it, whatever else Telegram adds', () => {
  const more = { chat_type: 'private', start_param: 'a b&c=d' };
  expect(check(signedInitData(initFields(1001, ago(5), more), TOKEN))?.id).toBe('1001');
});

it.each([
  ['of another bot', signedInitData(initFields(1001, ago(5)), '700004:another-bot-of-the-tests')],
  ['older than ten minutes', signedInitData(initFields(1001, ago(601)), TOKEN)],
  ['of tomorrow', signedInitData(initFields(1001, ago(-120)), TOKEN)],
  ['without a user', signedInitData({ auth_date: '1791180000' }, TOKEN)],
  ['with a user that is none', signedInitData(initFields(1001, ago(5), { user: '{"id":"1001"}' }), TOKEN)],
  ['with a user that is not JSON', signedInitData(initFields(1001, ago(5), { user: '{' }), TOKEN)],
  ['with a time that is none', signedInitData(initFields(1001, ago(5), { auth_date: '1e9' }), TOKEN)],
  ['with a field twice', `${signedInitData(initFields(1001, ago(5)), TOKEN)}&user=%7B%22id%22%3A7%7D`],
  [
    'of two fields in one',
    signedInitData({ auth_date: '1791180000', query_id: 'a\nuser={"id":1001}' }, TOKEN),
  ],
  ['far too long', signedInitData(initFields(1001, ago(5), { start_param: 'x'.repeat(5_000) }), TOKEN)],
  ['without a hash', 'auth_date=1791180000&user=%7B%22id%22%3A1001%7D'],
  ['empty', ''],
])('refuses data %s', (_what, raw) => expect(check(raw)).toBeNull());

it('refuses every altered field, every added one and every one taken away', async () => {
  const fields = fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.string({ maxLength: 40 }), {
    maxKeys: 5,
  });
  const plain = fields.filter((each) =>
    Object.entries(each).every(([name, value]) => name !== 'hash' && !value.includes('\n')),
  );
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('alter', 'add', 'drop'),
    by: fc.string({ minLength: 1 }),
  });
  await holds(
    fc.property(plain, change, (more, { at, how, by }) => {
      const raw = signedInitData({ ...more, ...initFields(1001, ago(5)) }, TOKEN);
      expect(check(raw)?.id).toBe('1001');
      const pairs = [...new URLSearchParams(raw)];
      const index = at % pairs.length;
      const [name = '', value = ''] = pairs[index] ?? [];
      if (how === 'alter') pairs[index] = [name, value + by];
      if (how === 'drop') pairs.splice(index, 1);
      if (how === 'add') pairs.push([`${name}${by}`, value]);
      expect(check(new URLSearchParams(pairs).toString())).toBeNull();
    }),
    { numRuns: 300 },
  );
});

it('refuses anything that is not Telegram’s, and never throws', async () => {
  await holds(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (raw) => check(raw) === null));
  await holds(fc.property(fc.webQueryParameters(), (raw) => check(`${raw}&hash=${'0'.repeat(64)}`) === null));
});
