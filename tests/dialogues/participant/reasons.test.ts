// Every refusal in the code has words in every language, and every name of a state or direction has, too.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../engine/kernel/languages.ts';
import { reasonKey } from '../../../engine/kernel/result.ts';
import { directions } from '../../../engine/programmes/credit/programme.ts';
import { interviewStates } from '../../../engine/programmes/credit/states.ts';
import { hasText } from '../../../locales/texts.ts';

const root = new URL('../../../engine/', import.meta.url);

const codes = ['people', 'organisations', 'programmes/credit']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
  )
  .flatMap((source) => [...source.matchAll(/refused\(\s*'([a-z.-]+)'/gu)].map((match) => match[1] ?? ''));

const identityCodes = [
  ...['length', 'digits', 'checksum'].map((problem) => `common.iin-${problem}`),
  ...['country', 'length', 'checksum'].map((problem) => `common.iban-${problem}`),
  ...['length', 'digits', 'checksum', 'date'].map((problem) => `common.bin-${problem}`),
];

describe('texts', () => {
  it.each([...new Set([...codes, ...identityCodes])])('say %s in words', (code) => {
    const key = reasonKey({ code });
    expect(languages.filter((language) => !hasText(key, language))).toEqual([]);
  });

  it('name every direction and state', () => {
    const keys = [
      ...directions.map((each) => `organisations:direction.${each}`),
      ...interviewStates.map((each) => `credit:interview-state.${each}`),
    ];
    const missing = languages.flatMap((language) => keys.filter((key) => !hasText(key, language)));
    expect(missing).toEqual([]);
    expect(codes.length).toBeGreaterThan(30);
  });
});
