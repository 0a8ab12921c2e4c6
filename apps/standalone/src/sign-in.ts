// Whose tokens are believed: the sign-in service that the settings name, else a demo issuer with a token for each role.
import type { MasterKeys } from '#libs/people';
import { demoTokens, type AuthOptions, type DemoToken } from '../../api/src/index.js';
import { dataFolder } from './clone.js';
import { demoPeople, seedDemo } from './demo.js';
import type { Settings } from './settings.js';

/** What the API is given for sign-in. */
export interface SignInParts {
  readonly auth: AuthOptions;
  /** Empty when a sign-in service is named. */
  readonly demoTokens: readonly DemoToken[];
}

/** With the demo issuer, the demo service and its people are put into the database at `url` as well. */
export async function signInFor({ signIn }: Settings, url: string, masterKeys: MasterKeys): Promise<SignInParts> {
  if (signIn) {
    const { issuer, audience, jwksUrl } = signIn;
    return { auth: { issuer, audience, keys: { url: jwksUrl } }, demoTokens: [] };
  }
  await seedDemo(url, masterKeys);
  const demo = await demoTokens({ people: demoPeople, folder: dataFolder });
  return { auth: demo.auth, demoTokens: demo.tokens };
}
