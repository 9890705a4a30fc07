// Writes `rules/schema/*.json` from the schemas in the code. Run it after changing a schema:
// `npx tsx engine/rules/commands/publish-schemas.ts && npx biome check --write rules/schema`.
import { writeFileSync } from 'node:fs';
import { publishedSchemas } from '../schema/published.ts';

const directory = new URL('../../../rules/schema/', import.meta.url);
for (const [name, schema] of Object.entries(publishedSchemas)) {
  writeFileSync(new URL(name, directory), `${JSON.stringify(schema, null, 2)}\n`);
}
