// What this browser keeps between visits: language, drafts, what is still to be sent, what was read.
const PREFIX = 'qadam.';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** An empty value forgets. A browser that keeps nothing is no reason to fail. */
export function remember(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // Private windows may refuse.
  }
}

/** Forgets everything but what is named. */
export function forgetAllBut(names: readonly string[]): void {
  try {
    const kept = new Set(names.map((name) => PREFIX + name));
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && !kept.has(key)) localStorage.removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}
