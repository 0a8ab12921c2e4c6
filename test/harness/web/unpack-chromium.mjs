// Unpacks the Chromium of the lock file below TMPDIR and prints where it is: a process of its own, because the package looks for that folder by itself.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';

const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
const executablePath = await packed.executablePath();
const libraries = join(await inflate(join(build, '..', 'bin', 'al2023.tar.br')), 'lib');
process.stdout.write(JSON.stringify({ executablePath, libraries }));
