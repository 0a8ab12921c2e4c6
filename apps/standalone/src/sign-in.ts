// Whose tokens are believed, and where staff sign in: the sign-in service that the settings name, else the demonstration's own, with a token for each role.
import type { MasterKeys } from '#libs/people';
import { demoTokens, type AuthOptions, type DemoToken } from '../../api/src/index.js';
import type { IssuerOptions } from '../../web/src/index.js';
import { dataFolder } from './clone.js';
import { demoPeople, demoServiceId, seedDemo, type DemoInvited } from './demo.js';
import { demoStaff } from './demo/staff.js';
import { embeddedProvider, type EmbeddedProvider } from './oidc/provider.js';
import { style } from './serve.js';
import type { Settings } from './settings.js';

/** What the API and the pages are given for sign-in. */
export interface SignInParts {
  readonly auth: AuthOptions;
  /** People of the demonstration who may be invited; empty when a sign-in service is named. */
  readonly invited: readonly DemoInvited[];
  /** Empty when a sign-in service is named. */
  readonly demoTokens: readonly DemoToken[];
  /** Where staff sign in with pages; null: nowhere. */
  readonly issuer: IssuerOptions | null;
  /** The embedded one; null when a sign-in service is named. */
  readonly provider: EmbeddedProvider | null;
}

/**
 * With the demonstration, its service and people are put into the database at `url` as well. `publicUrl` is the address
 * people type; the embedded provider is below it.
 */
export async function signInFor(
  { signIn }: Settings,
  url: string,
  masterKeys: MasterKeys,
  publicUrl: string,
): Promise<SignInParts> {
  if (signIn) {
    const { issuer, audience, jwksUrl, client, service, roles } = signIn;
    const said = { ...(client && { clientId: client.id }), ...(service && { service }), ...(roles && { roles }) };
    const auth = { issuer, audience, keys: { url: jwksUrl }, ...said };
    return { auth, invited: [], demoTokens: [], issuer: client && clientOf(issuer, client), provider: null };
  }
  const invited = await seedDemo(url, masterKeys);
  const demo = await demoTokens({ people: demoPeople, folder: dataFolder });
  const provider = await embeddedProvider({
    publicUrl,
    folder: dataFolder,
    serviceId: demoServiceId,
    people: choices,
    style,
  });
  const keys = 'local' in demo.auth.keys ? demo.auth.keys.local.keys : [];
  const auth = {
    ...demo.auth,
    idIssuer: provider.issuer,
    clientId: provider.clientId,
    keys: { local: { keys: [...keys, provider.publicKey] } },
  };
  return {
    auth,
    invited,
    demoTokens: demo.tokens,
    issuer: { url: provider.issuer, clientId: provider.clientId },
    provider,
  };
}

const clientOf = (url: string, { id, secret }: { id: string; secret: string | null }): IssuerOptions => ({
  url,
  clientId: id,
  ...(secret !== null && { clientSecret: secret }),
});

/** Everybody who works for the demonstration, whether or not the banner has a token for them. */
const choices = demoStaff.map(({ subject, values, roles, shownAs }) => ({
  subject,
  name: [values.given, values.family].join(' '),
  role: shownAs ?? roles.join(', '),
}));
