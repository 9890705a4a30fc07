// The log of one process: JSON lines, or readable ones when the launcher runs in a terminal. Every process makes one.
// Must never let personal data or a token through, in whatever field or text it comes.
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './configuration.ts';

export type { Logger } from 'pino';

const hidden = '[hidden]';
const secretFields =
  'iin|bin|iban|phone|phoneNumber|phone_number|token|botToken|password|secret|secretKey|apiKey|authorization|cookie|set-cookie';
const byField = new RegExp(`"(${secretFields})":("(?:[^"\\\\]|\\\\.)*"|-?\\d+)`, 'gi');
const byShape: readonly RegExp[] = [
  // A bot token, also within an address of the Bot API.
  /(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}/g,
  // KZ IBAN, with or without the customary spaces.
  /\bKZ\d{2}(?:[ -]?[A-Z0-9]{4}){4}(?![A-Z0-9])/gi,
  // IIN and BIN: exactly 12 digits.
  /(?<![\w.-])\d{12}(?![\w-])/g,
  // A mobile number of Kazakhstan: +7 7xx xxx xx xx, and with 8 or 7 in front.
  /(?<![\w.])(?:\+7|[78])[ (-]{0,2}7\d{2}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\w)/g,
  // User name and password in an address.
  /(?<=:\/\/)[^\s/@"]+@/g,
];

/** Hides personal data and secrets in a line of the log, by the name of the field and by their shape. */
export function scrub(line: string): string {
  const named = line.replace(byField, (_match, field: string) => `"${field}":"${hidden}"`);
  return byShape.reduce((text, shape) => text.replace(shape, hidden), named);
}

/** @param options `readable` for a terminal; lines go to standard output at once, so that a crash loses none. */
export function createLogger(
  options: { name: string; level: LogLevel; readable: boolean },
  output: DestinationStream = pino.destination({ sync: true }),
): Logger {
  const settings = {
    ...{ name: options.name, level: options.level, base: {}, hooks: { streamWrite: scrub } },
    // The dialogue core knows no pino, and calls an error what it is.
    serializers: { err: stdSerializers.err, error: stdSerializers.err },
  };
  const named = { ...settings, base: { name: options.name } };
  if (!options.readable) return pino(named, output);
  return pino(
    settings,
    pretty({ sync: true, colorize: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname,name' }),
  );
}
