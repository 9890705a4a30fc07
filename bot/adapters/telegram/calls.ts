// Calls to the Bot API, whichever framework makes them.
export type Payload = Readonly<Record<string, unknown>>;

/** @throws ApiRefusal or NoAnswer (failures.ts), and nothing else */
export type Call = (method: string, payload: Payload, signal?: AbortSignal) => Promise<unknown>;

/** A file to stand in a payload. */
export class Upload {
  readonly bytes: Uint8Array;
  readonly name: string;

  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes;
    this.name = name;
  }
}
