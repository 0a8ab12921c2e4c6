// The demonstration as a process has it: its people in the database, its tokens, its sign-in provider, and the printing of its codes.
import type { MasterKeys } from '#libs/sealing';
import type { SignIn } from '#libs/sign-in';
import { demoTokens, type DemoToken } from '../../api/src/index.js';
import { dataFolder } from '#libs/config';
import { demoPeople, demoServiceId, seedDemo } from '../../demo/src/demo.js';
import { demoInvitations, demoPost, type DemoInvitation } from '../../demo/src/invitations.js';
import { demoLook } from '../../demo/src/look.js';
import { oneAtATime } from '../../demo/src/one-at-a-time.js';
import { demoStaff } from '../../demo/src/staff.js';
import { knownProvider, providerKeys } from '../../demo/src/oidc/keys.js';
import type { EmbeddedProvider } from '../../demo/src/oidc/provider.js';
import type { SignInParts } from './sign-in.js';

export { demoLook };

/** Everybody who works for the demonstration, whether or not the banner has a token for them. */
const choices = demoStaff.map(({ subject, values, roles, shownAs }) => ({
  subject,
  name: [values.given, values.family].join(' '),
  role: shownAs ?? roles.join(', '),
}));

/** What the API and the pages of the demonstration believe. Every process of one data folder gives the same. */
export async function demoSignIn(publicUrl: string): Promise<SignInParts & { demoTokens: readonly DemoToken[] }> {
  const { auth, tokens } = await demoTokens({ people: demoPeople, folder: dataFolder });
  const { issuer, clientId, publicKey } = knownProvider(publicUrl, await providerKeys(dataFolder));
  const keys = 'local' in auth.keys ? auth.keys.local.keys : [];
  return {
    auth: { ...auth, idIssuer: issuer, clientId, keys: { local: { keys: [...keys, publicKey] } } },
    issuer: { url: issuer, clientId },
    service: demoServiceId,
    demoTokens: tokens,
  };
}

/** The provider, for the process that has the pages. It remembers sign-ins under way in its memory: one process has it. */
export async function demoProvider(publicUrl: string): Promise<EmbeddedProvider> {
  const { embeddedProvider } = await import('../../demo/src/oidc/provider.js');
  const { assetUrls } = await import('../../web/src/index.js');
  const own = { folder: dataFolder, serviceId: demoServiceId, people: choices, style: assetUrls.style };
  return embeddedProvider({ publicUrl, ...own });
}

/** What the banner shows of it. */
export interface DemoShown {
  /** The reference of the case that the participants with a token take part in; null when there is none any more. */
  readonly tokensOf: string | null;
  /** Codes that show a participant's side; empty in a process that does not invite. */
  readonly invitations: readonly DemoInvitation[];
}

/**
 * Puts the demonstration into the database at `url`, and in the first process to come prints the codes that the post would
 * carry with `say`. Other processes that start at the same time wait, and then print none.
 */
export async function beginDemo(
  url: string,
  masterKeys: MasterKeys,
  signIn: SignIn,
  say: (line: string) => void,
): Promise<DemoShown & { stop(): Promise<void> }> {
  const turn = await oneAtATime(url);
  try {
    const { withTokens, invited } = await seedDemo(url, masterKeys);
    const tokensOf = withTokens[0]?.reference ?? null;
    if (!(await turn.stays())) return { tokensOf, invitations: [], stop: turn.end };
    const post = demoPost(signIn, demoServiceId, say);
    return {
      tokensOf,
      invitations: await demoInvitations(signIn, demoServiceId, invited),
      stop: async () => {
        await post.stop();
        await turn.end();
      },
    };
  } finally {
    await turn.done();
  }
}
