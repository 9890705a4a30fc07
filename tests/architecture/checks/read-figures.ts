// Figures that code reads by name say so in the parameter file: no draft of an operator may then take one away.
import { type Check, filesIn, read } from './check.ts';

export const readFigures: Check = {
  name: 'figures that code reads are marked as read by the programme',
  run: () => {
    const unmarked = filesIn(['rules'], 'params.json').flatMap(unmarkedIn);
    return filesIn(['bot', 'engine', 'api'], '.ts').flatMap((file) => {
      const words = new Set([...read(file).matchAll(/'([A-Za-z]+)'/g)].map(([, word]) => word));
      return unmarked
        .filter(({ name }) => words.has(name))
        .map(({ name, of }) => `${file} names ${name}: mark it in ${of} with "readBy": "programme"`);
    });
  },
};

function unmarkedIn(of: string): readonly { readonly name: string; readonly of: string }[] {
  const parameters = JSON.parse(read(of)) as Readonly<Record<string, { readonly readBy?: string }>>;
  return Object.entries(parameters).flatMap(([name, { readBy }]) =>
    readBy === undefined ? [{ name, of }] : [],
  );
}
