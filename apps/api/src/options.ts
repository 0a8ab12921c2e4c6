// Everything the API is given by the program that starts it; nothing is read from the environment here.
import type { AuthOptions } from './server/auth/options.js';
import type { DemoToken } from './server/auth/demo-issuer.js';
import type { Limits } from './server/limits/limits.js';
import type { Casework } from './ports/casework.js';
import type { MeasuresPort } from './ports/measures.js';
import type { People } from './ports/people.js';
import type { Emergencies, AccessLog } from './ports/access-log.js';
import type { Directory } from './ports/directory.js';
import type { ReadKeeping } from './ports/recorded-reads.js';
import type { PersonRegister } from './ports/person-register.js';
import type { Reading } from './ports/reading.js';
import type { Rights } from './ports/rights.js';
import type { Drafts } from './ports/drafts.js';
import type { Register } from './ports/register.js';
import type { ReferralFiles, ReferralMappings } from './ports/referral-files.js';
import type { SelfReferrals } from './ports/self-referrals.js';
import type { SignIn } from './ports/sign-in.js';

/** Where the log goes. `silent` writes nothing. */
export interface LogOptions {
  readonly level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Anything with a `write` method; standard output when left out. */
  readonly to?: { write(line: string): void };
}

export interface ApiOptions {
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly host: string;
  /** True switches GraphiQL off, whatever else is set. */
  readonly production: boolean;
  readonly auth: AuthOptions;
  readonly people: People;
  readonly casework: Casework;
  readonly register: Register;
  readonly reading: Reading;
  /** Who looked, and cases opened in an emergency; left out, there are none. */
  readonly accessLog?: AccessLog;
  readonly emergencies?: Emergencies;
  /** Keeps what is read; an answer that cannot be recorded is not given. */
  readonly reads: ReadKeeping;
  /** Decisions about persons; left out, none can be made. */
  readonly personRegister?: PersonRegister;
  /** Figures for those who answer for a service; left out, there are none. */
  readonly measures?: MeasuresPort;
  /** Sessions, invitations and one-time codes; left out, access tokens of the issuer are the only way in. */
  readonly signIn?: SignIn;
  /** What the pages send as `concord-web`: `concord-visitor` is believed from a sender that knows it. Several while it is being changed. Left out: from none. */
  readonly webSecret?: string | readonly string[];
  /** Consent texts, what is kept, holds, disclosures, requests; left out, there are none. */
  readonly rights?: Rights;
  /** Support services; left out, there are none. */
  readonly directory?: Directory;
  /** What staff typed and have not sent; left out, nothing is kept. */
  readonly drafts?: Drafts;
  /** Files of referrals that staff send in; left out, none are taken. */
  readonly referralFiles?: ReferralFiles;
  /** Mappings of referrers' columns; left out, none can be saved. */
  readonly referralMappings?: ReferralMappings;
  /** Referring oneself; left out, nobody can. */
  readonly selfReferrals?: SelfReferrals;
  /** The service whose public pages are served: what a visitor asks is asked of it. Null or left out: of none. */
  readonly publicService?: string | null;
  /** Numbers that differ from the defaults of server/limits/limits.ts. */
  readonly limits?: Partial<Limits>;
  /** Addresses of the proxies whose X-Forwarded-For is believed, as Fastify reads them; left out: none. */
  readonly trustProxy?: string;
  /** Folder of `*.graphql` documents that any signed-in person may send, by sha256 or in full. */
  readonly trustedDocuments?: string;
  /** Tokens that GraphiQL offers in its role picker; ignored in production. */
  readonly demoTokens?: readonly DemoToken[];
  /** Sentences about what stands in the way of serving now, for /health/ready, within a second. Left out: nothing does. */
  readonly ready?: () => Promise<readonly string[]>;
  readonly log?: LogOptions;
}

/** A running API. */
export interface RunningApi {
  /** For example http://127.0.0.1:4000, without a path. */
  readonly url: string;
  readonly port: number;
  /** Answers what is under way, then closes the port. */
  stop(): Promise<void>;
}
