// JSON that always reads the same for the same value: what hashes of records and receipts are taken over.

/** Keys in one order at every depth; fields without a value left out; dates as ISO 8601. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
