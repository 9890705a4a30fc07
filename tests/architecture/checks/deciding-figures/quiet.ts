// Places in which a figure decides nothing that an operator could want otherwise.

export const quiet: readonly RegExp[] = [
  // The shape of what is stored or sent: bounds that keep nonsense and floods out.
  /\bType\.\w+\(.*/g,
  /\b(minLength|maxLength|minimum|maximum|minItems|maxItems): [\d_]+/g,
  // How often work is done again, and how much of it at a time.
  /\bevery: [\d_]+ \* \w+/g,
  /\.limit\([\d_]+\)/g,
  /\bconst (BATCH|AT_ONCE|SHOWN) = [\d_]+/g,
  // The calendar and the clock: a week, a year, a day, an hour, a second.
  /\b(7|12|24|60|365|1_000)\b(?= \* )|(?<= \* )\b(12|60|365)\b|(?<=\+ )1_000\b/g,
  /\baddDays\([^()]*(\([^()]*\))?[^()]*, [67]\)/g,
  // Parts of a text, of a tuple, of bytes.
  /\.slice\([^()]*\)/g,
  /\[\d+\]/g,
  /\.toString\(\d+\)/g,
  /\bat \+ \d+/g,
];
