// The acceptance list of the grant programme: its ids only. A test's name holds its id as a whole word.
const COUNT = 52;

export const list = {
  ids: Array.from({ length: COUNT }, (_, at) => `G-${String(at + 1).padStart(2, '0')}`),
  /** To be tested before the programme is finished: surveys, attendance, certificates. */
  open: ['G-38', 'G-39', 'G-40', 'G-41', 'G-42'],
  later: [] as readonly string[],
};
