// Counts the calls to the Bot API by method and outcome, by what undici itself reports of its requests: whoever calls
// need not know. An address holds the bot's token and is never kept.
import { subscribe } from 'node:diagnostics_channel';
import { Counter, type Registry } from 'prom-client';

interface Told {
  readonly request: { readonly path: string };
  readonly response?: { readonly statusCode: number };
}

const METHOD = /^\/(?:[^?]*\/)?bot[^/]+\/([A-Za-z]{3,40})(?:\?|$)/;

export function measureTelegramCalls(registry: Registry): void {
  const calls = new Counter({
    name: 'qadam_telegram_calls_total',
    help: 'Calls to the Bot API: status of the answer, or `broken` where none came.',
    labelNames: ['method', 'outcome'],
    registers: [registry],
  });
  const counted = (outcomeOf: (told: Told) => string) => (message: unknown) => {
    const told = message as Told;
    const method = METHOD.exec(told.request.path)?.[1];
    if (method) calls.inc({ method, outcome: outcomeOf(told) });
  };
  subscribe(
    'undici:request:headers',
    counted(({ response }) => String(response?.statusCode ?? 'broken')),
  );
  subscribe(
    'undici:request:error',
    counted(() => 'broken'),
  );
}
