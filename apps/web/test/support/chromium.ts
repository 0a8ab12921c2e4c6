// A real browser for the tests: one that the machine names or has, else the Chromium that comes with the lock file.
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where systems keep one. */
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

/** Opens it; null where there is none: the one that comes with the lock file runs on Linux on x64 alone. */
export async function openBrowser(): Promise<Browser | null> {
  const named = process.env['CHROMIUM_PATH'];
  const found = named ?? installed.find((path) => existsSync(path));
  if (found !== undefined) return chromium.launch({ executablePath: found, args: flags });
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { executablePath, libraries } = await unpack();
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(dirname(libraries), '..', 'fonts') };
  return chromium.launch({ executablePath, args: flags, env: env as Record<string, string> });
}

/** Unpacks it, and the NSS libraries it needs, into this run's own folder: it is gone when the run is. */
async function unpack(): Promise<{ executablePath: string; libraries: string }> {
  const folder = join(process.env['CONCORD_TEST_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'concord-browser-')), 'browser');
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder; // the package unpacks into the system's folder for such things, which others share
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
    const libraries = join(await inflate(join(build, '..', 'bin', 'al2023.tar.br')), 'lib');
    return { executablePath, libraries };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
