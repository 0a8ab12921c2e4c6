// A real browser for the tests: the Chromium that comes with the lock file, the same on every machine that it runs on.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where systems keep one that the lock file's does not run on. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** No sandbox, because containers have none to give; nothing fetched, synced or updated. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** `pageCache`: pages that are left may be kept whole by the browser, as they are outside tests. */
interface Opening {
  readonly pageCache?: boolean;
}

/** Opens it; null where there is none. The lock file's runs on Linux on x64; `CHROMIUM_PATH` names another. */
export async function openBrowser({ pageCache = false }: Opening = {}): Promise<Browser | null> {
  const kept = pageCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {};
  const packed = process.platform === 'linux' && process.arch === 'x64';
  const other = process.env['CHROMIUM_PATH'] ?? (packed ? undefined : installed.find((path) => existsSync(path)));
  if (other !== undefined) return chromium.launch({ executablePath: other, args: flags, ...kept });
  if (!packed) return null;
  const { executablePath, libraries, fonts } = unpack();
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts };
  return chromium.launch({ executablePath, args: flags, env: env as Record<string, string>, ...kept });
}

/** A browser as it comes out of its package. */
interface Unpacked {
  readonly executablePath: string;
  /** The folder of the libraries that it needs and the machine may lack. */
  readonly libraries: string;
  /** The file that says where its fonts are. */
  readonly fonts: string;
}

/** Unpacks it, with its libraries and fonts, into this run's own folder: it is gone when the run is. */
function unpack(): Unpacked {
  const folder = join(process.env['CONCORD_TEST_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'concord-browser-')), 'browser');
  mkdirSync(folder, { recursive: true });
  const program = join(import.meta.dirname, 'unpack-chromium.mjs');
  const printed = execFileSync(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder },
    encoding: 'utf8',
  });
  return { ...(JSON.parse(printed) as Omit<Unpacked, 'fonts'>), fonts: nameFonts(folder) };
}

/** The package's own list of font folders names those of a cloud service: without this one the browser draws no letter. */
function nameFonts(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const lines = [`<dir>${join(folder, 'fonts')}</dir>`, `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`];
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`);
  return file;
}
