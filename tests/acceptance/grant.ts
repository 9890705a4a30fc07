// The acceptance list of the grant programme: its ids only. A test's name holds its id as a whole word.
const COUNT = 52;

export const list = {
  ids: Array.from({ length: COUNT }, (_, at) => `G-${String(at + 1).padStart(2, '0')}`),
  open: [] as readonly string[],
  later: [] as readonly string[],
};
