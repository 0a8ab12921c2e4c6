// A command outside or inside a case happens once: what was done under a key is answered again, and nothing is done twice.
export { type Decided, type NotRecorded, notYours, refused } from './decided.js';
export {
  checkKey,
  checkSameCommand,
  commandDigests,
  type CommandDigests,
  type DoneCommands,
  keyDigest,
  once,
} from './once.js';
export { doneCommands } from './postgres/done-commands.js';
