// One launcher at a time installs or builds in a clone; the others wait for it.
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot, root, say, Stop } from './paths.mjs';

const folder = inRoot('.data');
const lock = inRoot('.data', 'launch.lock');
const mine = inRoot('.data', `launch.${process.pid}`);

/** Runs `work` while no other launcher of this clone installs or builds. A lock whose holder has died is taken over. */
export async function alone(work) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(mine, String(process.pid));
  } catch (error) {
    throw new Stop(`Cannot write in ${root} (${error.code}): run the command as the owner of the folder.`);
  }
  try {
    await take();
    return await work();
  } finally {
    if (holder() === process.pid) remove(lock);
    remove(mine);
  }
}

async function take() {
  let told = false;
  for (;;) {
    try {
      linkSync(mine, lock); // a hard link is made in one step, with its content
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Stop(`Cannot write in ${folder} (${error.code}).`);
    }
    const other = holder();
    if (other !== null && !alive(other)) takeAway(other);
    else if (!told) {
      told = true;
      say(`waiting for another command (process ${other}) to finish installing or building ...`);
    }
    await pause(100);
  }
}

/** Moves a dead holder's lock aside; when somebody else took it over meanwhile, puts theirs back. */
function takeAway(dead) {
  const aside = `${mine}.stale`;
  try {
    renameSync(lock, aside);
    if (Number(readFileSync(aside, 'utf8')) !== dead) linkSync(aside, lock);
  } catch {
    // another waiter was quicker: nothing to do
  }
  remove(aside);
}

function holder() {
  try {
    return Number(readFileSync(lock, 'utf8')) || null;
  } catch {
    return null;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function remove(path) {
  try {
    unlinkSync(path);
  } catch {
    // already gone
  }
}
