// Faults a test asks for: what the next calls of a method run into instead of a plain answer.

export type Fault =
  /** 429 with parameters.retry_after, in seconds. */
  | { readonly kind: 'too-many-requests'; readonly retryAfter: number }
  /** 500 in Telegram's envelope. */
  | { readonly kind: 'server-error' }
  /** 502 with an HTML page, as a proxy answers. */
  | { readonly kind: 'bad-gateway' }
  /** 200 with JSON cut off in the middle. The call takes effect unless `takesEffect` is false. */
  | { readonly kind: 'malformed'; readonly takesEffect?: boolean }
  /** This answer, byte for byte. Nothing took effect unless `takesEffect` is true. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly takesEffect?: boolean;
    }
  /** The call takes effect; half of its answer comes, then the connection breaks. */
  | { readonly kind: 'cut' }
  /** The call takes effect, the connection stays silent for `holdMs`, then breaks. */
  | { readonly kind: 'hang'; readonly holdMs: number; readonly takesEffect?: boolean }
  /** The connection breaks at once; nothing took effect unless `takesEffect` is true. */
  | { readonly kind: 'reset'; readonly takesEffect?: boolean }
  /** A right answer, `ms` milliseconds late. */
  | { readonly kind: 'delay'; readonly ms: number };

export interface FaultScope {
  /** How many calls; 1 unless told. */
  readonly times?: number;
  /** Only calls of this bot. */
  readonly token?: string;
  /** Only calls for this chat. */
  readonly chatId?: number;
}

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly scope: FaultScope;
  left: number;
}

export class Faults {
  #planned: Planned[] = [];
  /** Added to the answer of every call but getUpdates, in milliseconds: the distance to Telegram. */
  latencyMs = 0;

  /** The next calls of `method` meet `fault`. '*' stands for every method but getUpdates. */
  next(method: string, fault: Fault, scope: FaultScope = {}): void {
    this.#planned.push({ method: method.toLowerCase(), fault, scope, left: scope.times ?? 1 });
  }

  clear(): void {
    this.#planned = [];
  }

  /** How many planned faults have not happened yet. */
  get left(): number {
    return this.#planned.reduce((sum, planned) => sum + planned.left, 0);
  }

  /** Takes the fault this call meets, if any. */
  take(method: string, token: string, chatId: string | undefined): Fault | undefined {
    if (this.#planned.length === 0) return undefined;
    const name = method.toLowerCase();
    const found = this.#planned.find(
      ({ method: wanted, scope }) =>
        (wanted === name || (wanted === '*' && name !== 'getupdates')) &&
        (scope.token === undefined || scope.token === token) &&
        (scope.chatId === undefined || String(scope.chatId) === chatId),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#planned = this.#planned.filter((planned) => planned !== found);
    return found.fault;
  }
}
