// The register of people is asked once for the requests of a moment, and never for somebody else.
import type { Actor } from '#libs/case';
import { actorReader } from './actors.js';

const fay: Actor = { kind: 'staff', id: 'f', serviceId: 's', roles: ['facilitator'] };
const register = (answers: (() => Promise<Actor | null>)[]) => {
  const asked: string[] = [];
  const actorFor = (subject: string, serviceId: string) => {
    asked.push(`${serviceId}/${subject}`);
    return (answers.shift() ?? (async () => fay))();
  };
  return { asked, people: { actorFor, nameOf: async () => null } };
};

test('fifty requests at once read the register once', async () => {
  const { asked, people } = register([]);
  const read = actorReader(people);
  await Promise.all(Array.from({ length: 50 }, () => read('fay', 's')));
  expect(asked).toEqual(['s/fay']);
});

test('two people, and one subject in two services, are read apart', async () => {
  const { asked, people } = register([]);
  const read = actorReader(people);
  await Promise.all([read('fay', 's'), read('mona', 's'), read('fay', 't')]);
  expect(asked).toHaveLength(3);
});

test('with no freshness allowed, every request reads the register', async () => {
  const { asked, people } = register([]);
  const read = actorReader(people, 0);
  await read('fay', 's');
  await read('fay', 's');
  expect(asked).toHaveLength(2);
});

test('a register that failed is asked again at once', async () => {
  const { people } = register([
    async () => {
      throw new Error('away');
    },
  ]);
  const read = actorReader(people);
  await expect(read('fay', 's')).rejects.toThrow('away');
  await expect(read('fay', 's')).resolves.toEqual(fay);
});
