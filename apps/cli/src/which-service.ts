// For which service a command works. The demonstration is touched in the demonstration alone.
import type { Id } from '#libs/case';
import { CannotStart, type Settings } from '#libs/config';
import type { Pools } from '#libs/database';
import { servicesIn } from '#libs/services';
import { demoServiceId } from '../../demo/src/demo.js';

/** Where no sign-in service is named, outside production: `npm start` would run the demonstration. */
export const isDemonstration = ({ signIn, production }: Settings): boolean => signIn === null && !production;

/**
 * The service that CONCORD_SERVICE names (`named`); without it the one of AUTH_SERVICE, and in the demonstration its own.
 * @throws CannotStart with one line where that is not known, or not there.
 */
export async function whichService(owner: Pools['plain'], named: string | null, settings: Settings): Promise<Id> {
  const id = named ?? settings.signIn?.service ?? (isDemonstration(settings) ? demoServiceId : null);
  if (id === null)
    throw new CannotStart('Say for which service: CONCORD_SERVICE is its id, which `npm run service -- list` prints.');
  if (id === demoServiceId && !isDemonstration(settings))
    throw new CannotStart('That is the service of the demonstration, and this is not the demonstration.');
  const there = (await servicesIn(owner)).some((service) => service.id === id);
  if (there) return id;
  throw new CannotStart(
    id === demoServiceId
      ? 'The demonstration is made by its first `npm start`; a service of your own by `npm run service -- create FILE`.'
      : `There is no service ${id} in this database: \`npm run service -- list\` prints those that are.`,
  );
}
