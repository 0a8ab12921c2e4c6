// Composes the register of persons from the libs: a legal hold stands against erasing a person, a changed number is compared.
import type { Casework } from '#libs/casework';
import type { Cursors } from '#libs/database';
import { PersonRegister } from '#libs/people';
import { doneCommands } from '#libs/commands';
import type { OpenServices } from '#libs/services';
import { openHolds } from './rights.js';

/** What the API is given. */
export function openPersonRegister(inside: OpenServices, cursors: Cursors, casework: Casework): PersonRegister {
  const holds = openHolds(inside, cursors);
  const { database, vault: sealing, people } = inside;
  return new PersonRegister(
    { database, sealing, commands: doneCommands(sealing) },
    people,
    (rows, serviceId, id) => holds.against(rows, serviceId, id),
    (serviceId, id) => casework.personChanged(serviceId, id),
  );
}
