// `npm run picture`: draws the case's statechart from the machine itself into schema/picture.svg.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseMachine } from '#libs/case';
import { root } from '#libs/config';
import { runProcess } from '../../server/src/run-process.js';
import { draw } from './picture/drawing.js';

await runProcess(async () => {
  const file = join(root, 'schema', 'picture.svg');
  writeFileSync(file, await draw(caseMachine.root));
  process.stdout.write(`${file}\n`);
  return 0;
});
