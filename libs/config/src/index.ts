// Settings from the environment and from files: read, checked, and refused in plain words.
export { CannotStart } from './cannot-start.js';
export { keptFirst } from './kept-file.js';
export { allParts, commandParts, everyPart, needsDatabase, type Parts, partsFrom } from './parts.js';
export { dataFolder, root } from './paths.js';
export { type Environment, secretOf } from './secrets.js';
export { type Admitted, type DatabasePatience } from './settings-limits.js';
export { REST_SECONDS, type Stopping } from './settings-processes.js';
export { servingFrom, type Settings, settingsFrom, type SignIn } from './settings.js';
