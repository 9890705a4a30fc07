// From an evaluation to texts for a participant: keys and raw parameters, never words. Rendered at the edge, in the
// recipient's language.
import type { Reason, TextParam, TextParams } from '../kernel/result.ts';
import type { Evaluation, Shortfall } from './evaluation.ts';

export interface Text {
  /** `rules:<programme>.<reason>`, `rules:missing.<fact>` or `rules:any-of`. */
  readonly key: string;
  readonly params: TextParams;
  /** For `rules:any-of`: the ways that would each do, to be joined by the language's "or". */
  readonly options?: readonly (readonly Text[])[];
}

/** What is still missing, one text each; empty when everything holds. */
export function explain(evaluation: Evaluation): readonly Text[] {
  if (evaluation.outcome === 'needsData') {
    return evaluation.missing.map((fact) => ({ key: `rules:missing.${fact}`, params: {} }));
  }
  return evaluation.shortfalls.map(textOfShortfall);
}

/** The text of one reason. Minutes are told in hours: whole ones as such, others as hours and minutes. */
export function textOf({ code, params = {} }: Reason): Text {
  const key = `rules:${code}`;
  if (params.unit !== 'minutes') return { key, params: counted(params) };
  const { have, need, left } = params;
  const whole = [have, need].every((value) => typeof value === 'number' && value % 60 === 0);
  const told = { ...inHours('have', have), ...inHours('need', need), ...inHours('left', left) };
  return { key: whole ? key : `${key}-with-minutes`, params: { ...told, count: told.haveHours ?? 0 } };
}

function textOfShortfall(shortfall: Shortfall): Text {
  if (!('anyOf' in shortfall)) return textOf(shortfall);
  const options = shortfall.anyOf.map((way) => way.map(textOfShortfall));
  return { key: 'rules:any-of', params: {}, options };
}

/** The number that a plural form goes by is what the person has. */
function counted(params: TextParams): TextParams {
  return typeof params.have === 'number' ? { ...params, count: params.have } : params;
}

function inHours(name: string, minutes: TextParam | undefined): Record<string, number> {
  if (typeof minutes !== 'number') return {};
  return { [`${name}Hours`]: Math.floor(minutes / 60), [`${name}Minutes`]: minutes % 60 };
}
