// The staff texts hold the same variables in three languages, and callback data of every dialogue fits Telegram's 64 bytes.
// That keys exist and are used, the check of texts says.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CALLBACK_LIMIT } from '../../../bot/dialogue/callback.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { staffDesk } from '../../support/credit/desks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The forms of a plural count as one text. */
const PLURAL = /_(one|few|many|other)$/;

type Tree = { readonly [key: string]: string | Tree };
const textsOf = (language: string): ReadonlyMap<string, string> =>
  new Map(flat(JSON.parse(readFileSync(`${root}locales/${language}/credit-staff.json`, 'utf8'))));
const flat = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[(at + key).replace(PLURAL, ''), value]] : flat(value, `${at}${key}.`),
  );
const variables = (value: string): readonly string[] =>
  [...new Set(value.match(/\{\{[^}]+\}\}|\$t\([^)]*\)/gu) ?? [])].sort();

/** A university is named in the reader's language: the one text that points elsewhere in each. */
const OWN_NAME = 'university';

describe('the texts of the staff desk', () => {
  it('have the same keys and variables in every language', () => {
    const [first, ...others] = languages.map(textsOf);
    for (const other of others) {
      expect([...other.keys()]).toEqual([...(first?.keys() ?? [])]);
      for (const [key, value] of other)
        if (key !== OWN_NAME) expect(variables(value), key).toEqual(variables(first?.get(key) ?? ''));
    }
  });

  it('leave no Latin words in Kazakh and Russian', () => {
    const allowed = /\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]+>|\/\w+|English/gu;
    for (const language of ['kk', 'ru']) {
      for (const [key, value] of textsOf(language))
        expect(value.replace(allowed, ''), `${language} ${key}`).not.toMatch(/[A-Za-z]/u);
    }
  });
});

describe('callback data', () => {
  it('fits with the longest argument', () => {
    const argument = `accreditation.${'x'.repeat(16)}`;
    for (const { id } of staffDesk.dialogues)
      expect(Buffer.byteLength(`go:${id}:${argument}`), id).toBeLessThanOrEqual(CALLBACK_LIMIT);
  });
});
