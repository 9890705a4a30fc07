// Typed access to one call's parameters, lenient about form encoding exactly where Telegram is, strict elsewhere.
import { badRequest } from './failure.ts';
import { isRecord, type RequestBody, type Upload } from './request-body.ts';

/** Parameters of one call. Every reader returns undefined for an absent value and throws an ApiFailure for a wrong one. */
export class Params {
  readonly #body: RequestBody;

  constructor(body: RequestBody) {
    this.#body = body;
  }

  /** Names of all fields and uploads that came with the call. */
  names(): string[] {
    return [...Object.keys(this.#body.fields), ...this.#body.uploads.keys()];
  }

  has(name: string): boolean {
    return this.#raw(name) !== undefined || this.#body.uploads.has(name);
  }

  upload(name: string): Upload | undefined {
    return this.#body.uploads.get(name);
  }

  /** Attachment names a media field may refer to as attach://name. */
  uploads(): ReadonlyMap<string, Upload> {
    return this.#body.uploads;
  }

  text(name: string): string | undefined {
    const value = this.#raw(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw badRequest(`field "${name}" must be of type String`);
  }

  integer(name: string): number | undefined {
    const value = this.#raw(name);
    if (value === undefined || value === '') return undefined;
    const number = typeof value === 'number' ? value : Number(value);
    if (!Number.isSafeInteger(number)) throw badRequest(`field "${name}" must be of type Number`);
    return number;
  }

  flag(name: string): boolean {
    const value = this.#raw(name);
    return value === true || value === 1 || value === '1' || value === 'true' || value === 'True';
  }

  /** A JSON value, given either as such or, in form bodies, as its text. */
  json(name: string): unknown {
    const value = this.#raw(name);
    if (typeof value !== 'string') return value;
    if (value.trim() === '') return undefined;
    try {
      const parsed: unknown = JSON.parse(value);
      return parsed;
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }

  object(name: string): Record<string, unknown> | undefined {
    const value = this.json(name);
    if (value === undefined || isRecord(value)) return value;
    throw badRequest(`field "${name}" must be of type Object`);
  }

  list(name: string): unknown[] | undefined {
    const value = this.json(name);
    if (value === undefined || Array.isArray(value)) return value;
    throw badRequest(`field "${name}" must be of type Array`);
  }

  /** What the call carried, for the record of calls; uploads shown by size only. */
  toRecord(): Readonly<Record<string, unknown>> {
    if (this.#body.uploads.size === 0) return this.#body.fields;
    const files = [...this.#body.uploads].map(([name, file]) => [
      name,
      { file: file.name, bytes: file.bytes.length },
    ]);
    return { ...this.#body.fields, ...Object.fromEntries(files) };
  }

  #raw(name: string): unknown {
    const value = Object.hasOwn(this.#body.fields, name) ? this.#body.fields[name] : undefined;
    return value === null ? undefined : value;
  }
}
