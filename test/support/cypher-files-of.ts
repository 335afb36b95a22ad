import { parseCypherFile } from '../../server/store/cypher-files.ts';
import type { CypherFile, CypherFiles } from '../../server/store/cypher-files.ts';

/** Cypher files that only a test needs, keyed as the loader would key them. */
export function cypherFilesOf(texts: Readonly<Record<string, string>>): CypherFiles {
  const files = new Map<string, CypherFile>(
    Object.entries(texts).map(([name, text]) => [name, parseCypherFile(name, text)]),
  );
  return {
    get: (name) => {
      const file = files.get(name);
      if (file === undefined) throw new Error(`no such file in this test: ${name}`);
      return file;
    },
    below: (folder) => [...files.values()].filter((file) => file.name.startsWith(folder)),
  };
}
