// Which machines are drawn, into which file, and by which event each begins.
import { caseMachine, processMachine } from '#libs/case';
import type { Box } from './arrows.js';

export interface Picture {
  /** Name of the file in `schema/`. */
  file: string;
  root: Box;
  openedBy: string;
}

export const pictures: readonly Picture[] = [
  { file: 'picture.svg', root: processMachine.root, openedBy: 'process.opened' },
  { file: 'picture-case.svg', root: caseMachine.root, openedBy: 'case.opened' },
];
