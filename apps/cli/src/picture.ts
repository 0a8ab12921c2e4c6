// `npm run picture`: draws the statecharts of a process and of a case from the machines themselves into schema/.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#libs/config';
import { runProcess } from '../../server/src/run-process.js';
import { draw } from './picture/drawing.js';
import { pictures } from './picture/pictures.js';

await runProcess(async () => {
  for (const picture of pictures) {
    const file = join(root, 'schema', picture.file);
    writeFileSync(file, await draw(picture.root, picture.openedBy));
    process.stdout.write(`${file}\n`);
  }
  return 0;
});
