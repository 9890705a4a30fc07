// Nothing personal and no token gets through the log, wherever it hides; ordinary numbers do.
import { describe, expect, it } from 'vitest';
import { createLogger, scrub } from '../../../engine/runtime/logger.ts';

describe('the log', () => {
  it.each([
    ['an IIN in a field', '{"person":{"iin":"061211600012"}}', '061211600012'],
    ['an IIN in a text', '{"msg":"no person with 061211600012"}', '061211600012'],
    ['an IBAN with spaces', '{"msg":"KZ86 125K ZT50 0410 0100"}', '0410'],
    ['an IBAN', '{"iban":"KZ86125KZT5004100100"}', 'KZT5004100100'],
    ['a telephone number', '{"msg":"+7 (701) 555-12-34 called"}', '555'],
    ['a bare telephone number', '{"msg":"87015551234"}', '7015551234'],
    ['a token in an address', '{"url":"/bot123456:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc/getMe"}', 'AAEhBO'],
    ['a token that is a number', '{"deep":[{"token":12345}]}', '12345'],
    ['an escaped quote in a secret', '{"password":"a\\"canary"}', 'canary'],
    ['credentials in an address', '{"msg":"mongodb://user:canary@host/qadam"}', 'canary'],
  ])('hides %s', (_name, line, secret) => {
    const scrubbed = scrub(line);
    expect(scrubbed).not.toContain(secret);
    expect(scrubbed).toContain('[hidden]');
    expect(() => JSON.parse(scrubbed)).not.toThrow();
  });

  it('tells what an error was, whoever logs it', () => {
    const lines: string[] = [];
    const log = createLogger(
      { name: 'x', level: 'info', readable: false },
      { write: (line) => lines.push(line) },
    );
    log.error({ error: new TypeError('of 061211600012') }, 'first');
    log.error({ err: new TypeError('of nobody') }, 'second');
    expect(lines[0]).toMatch(/"type":"TypeError","message":"of \[hidden\]","stack":/);
    expect(lines[1]).toMatch(/"message":"of nobody","stack":/);
  });

  it.each([
    '{"level":30,"time":1795225895616,"name":"api","msg":"ready"}',
    '{"minutes":123456,"tenge":1234567890,"id":"65f1c2d3e4b5a69788776655"}',
  ])('leaves %s as it is', (line) => {
    expect(scrub(line)).toBe(line);
  });
});
