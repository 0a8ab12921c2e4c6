// A sign-in service as far as the API needs one: its public key at an address, and access tokens for the staff of the demonstration.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { demoServiceId } from '../../../apps/demo/src/demo.js';

export interface Issuer {
  /** The settings that make a process believe it. */
  readonly settings: NodeJS.ProcessEnv;
  /** A token of an hour for somebody, in a service. */
  sign(subject: string, service?: string): Promise<string>;
  /** One for each role of the demonstration that trials speak as. */
  readonly tokens: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const AUDIENCE = 'concord-api';
const subjects = { coordinator: 'demo-coordinator', manager: 'demo-manager' };

export async function openIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'trial', alg: 'ES256' }] });
  const server = createServer((_request, response) => void response.end(keys)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (subject: string, service = demoServiceId) =>
    new SignJWT({ service, scope: 'explore' })
      .setProtectedHeader({ alg: 'ES256', kid: 'trial' })
      .setSubject(subject)
      .setIssuer(url)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  const tokens = Object.entries(subjects).map(async ([role, subject]) => [role, await sign(subject)] as const);
  return {
    sign,
    settings: { AUTH_ISSUER: url, AUTH_AUDIENCE: AUDIENCE, AUTH_JWKS_URL: `${url}/jwks` },
    tokens: new Map(await Promise.all(tokens)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
