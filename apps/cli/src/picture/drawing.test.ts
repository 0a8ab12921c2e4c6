// The picture in the README is the machine that runs, not a memory of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseMachine } from '#libs/case';
import { root } from '../../../../libs/config/src/paths.js';
import { boxesIn } from './arrows.js';
import { draw } from './drawing.js';

test('the picture that is checked in is drawn from the machine as it is: if not, `npm run picture`', async () => {
  const checkedIn = readFileSync(join(root, 'schema', 'picture.svg'), 'utf8');
  expect(checkedIn === (await draw(caseMachine.root))).toBe(true); // not toBe(svg): its diff would fill the screen
});

test('every stage and step is in the picture, and every event has its name there', async () => {
  const svg = await draw(caseMachine.root);
  const events = boxesIn(caseMachine.root).flatMap((box) => [...box.transitions.keys()]);
  expect(events.filter((type) => !svg.includes(type))).toEqual([]);
});
