// What must not get about: made-up numbers and secrets that are looked for afterwards, as they are and in the usual disguises.
export interface Canary {
  readonly name: string;
  readonly text: string;
}

const disguises = (text: string): readonly string[] => {
  const bytes = Buffer.from(text);
  return [
    text,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
};

/** @returns the names of those that stand in a text */
export function canariesIn(text: string, canaries: readonly Canary[]): readonly string[] {
  // Written with blanks or hyphens inside it is still the same number.
  const joined = text.replace(/(?<=[\dA-Z])[ -](?=[\dA-Z])/g, '');
  return canaries
    .filter((each) => disguises(each.text).some((form) => text.includes(form) || joined.includes(form)))
    .map(({ name }) => name);
}
