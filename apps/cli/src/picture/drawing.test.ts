// The pictures in the README are the machines that run, not a memory of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../libs/config/src/paths.js';
import { boxesIn } from './arrows.js';
import { draw } from './drawing.js';
import { pictures } from './pictures.js';

test.each(pictures)('$file is drawn from the machine as it is: if not, `npm run picture`', async (picture) => {
  const checkedIn = readFileSync(join(root, 'schema', picture.file), 'utf8');
  expect(checkedIn === (await draw(picture.root, picture.openedBy))).toBe(true); // not toBe(svg): its diff would fill the screen
});

test.each(pictures)('every stage and step is in $file, and every event has its name there', async (picture) => {
  const svg = await draw(picture.root, picture.openedBy);
  const events = boxesIn(picture.root).flatMap((box) => [...box.transitions.keys()]);
  expect(events.filter((type) => !svg.includes(type))).toEqual([]);
});

test('the picture of a process is that of the practice: five stages, in their order', () => {
  const stages = Object.keys(pictures[0]?.root.states ?? {});
  expect(stages).toEqual(['suitability', 'consent', 'preparation', 'conference', 'exchange', 'followUp', 'ended']);
});
