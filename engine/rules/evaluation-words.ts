// An evaluation in words: the outcome, every requirement with its percentage, and what is still missing.
import type { Evaluation } from './evaluation.ts';
import { type Explanation, explain } from './explain.ts';
import type { Say } from './say.ts';

/** @param title text key of the set @returns lines without markup */
export function evaluationInWords(title: string, evaluation: Evaluation, say: Say): readonly string[] {
  return [
    `${say({ key: title })} (${evaluation.set} ${evaluation.version}) — ${evaluation.percent} %`,
    say({ key: `rules:outcome.${evaluation.outcome}` }),
    ...evaluation.requirements.map(
      ({ text, met, percent }) => `  ${met ? '✓' : '✗'} ${say({ key: text })} — ${percent} %`,
    ),
    ...evaluation.notApplicable.map(
      ({ text }) => `  – ${say({ key: text })} — ${say({ key: 'rules:not-counted' })}`,
    ),
    ...explain(evaluation).map((each) => `  → ${explanationInWords(each, say)}`),
  ];
}

/** Alternatives are joined: whichever is easier. */
export function explanationInWords({ key, params, options }: Explanation, say: Say): string {
  if (options === undefined) return say({ key, params });
  const or = say({ key: 'rules:or' });
  const ways = options.map((way) => way.map((each) => explanationInWords(each, say)).join(' '));
  return say({ key, params: { options: ways.join(` — ${or} — `) } });
}
