// The files of GraphiQL, all from npm packages on this machine: nothing is fetched from anywhere else.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startScript } from './start-script.js';

/** A file ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer | string;
}

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';
// GraphiQL 3 is the last line with CodeMirror and a classic script; 4 and 5 need a bundler or Monaco's workers.
// React 18 is the last with a classic script. All three are development dependencies: production serves none of this.
const packaged = {
  'react.js': { type: script, from: 'react', file: 'umd/react.production.min.js' },
  'react-dom.js': { type: script, from: 'react-dom', file: 'umd/react-dom.production.min.js' },
  'graphiql.js': { type: script, from: 'graphiql', file: 'graphiql.min.js' },
  'graphiql.css': { type: style, from: 'graphiql', file: 'graphiql.min.css' },
} as const;
const own: Readonly<Record<string, Asset>> = {
  'start.js': { type: script, body: startScript },
  'start.css': {
    type: style,
    body: 'html,body,#graphiql{height:100%;margin:0}body{display:flex;flex-direction:column}#graphiql{flex:1;min-height:0}nav{font:14px sans-serif;padding:6px 12px}nav a{margin-right:1em}nav a[aria-current]{font-weight:bold}',
  },
};
const require = createRequire(import.meta.url);
const read = new Map<string, Asset>();

/** The asset of that name, or undefined; names are looked up in a table, never joined into a path. */
export async function assetNamed(name: string): Promise<Asset | undefined> {
  if (Object.hasOwn(own, name)) return own[name];
  if (!Object.hasOwn(packaged, name)) return undefined;
  const known = read.get(name);
  if (known) return known;
  const { type, from, file } = packaged[name as keyof typeof packaged];
  // A comment naming a source map would make the browser ask for one more file.
  const text = await readFile(join(dirname(require.resolve(`${from}/package.json`)), file), 'utf8');
  const asset = { type, body: text.replace(/\n?\/[/*]# sourceMappingURL=\S+( \*\/)?\s*$/, '\n') };
  read.set(name, asset);
  return asset;
}
