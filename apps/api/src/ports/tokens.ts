// The names under which Nest hands the ports to resolvers.

/** Injection tokens of the ports; resolvers ask for these and never for an implementation. */
export const PEOPLE = Symbol('people');
export const CASEWORK = Symbol('casework');
export const REGISTER = Symbol('register');
export const READING = Symbol('reading');
export const MEASURES = Symbol('measures');
export const SIGN_IN = Symbol('sign-in');
/** Reads the issuer's tokens. */
export const VERIFIER = Symbol('verifier');
export const RIGHTS = Symbol('rights');
export const ACCESS_LOG = Symbol('access log');
export const EMERGENCIES = Symbol('emergencies');
export const DIRECTORY = Symbol('directory of support services');
export const SELF_REFERRALS = Symbol('self-referrals');
export const DRAFTS = Symbol('drafts');
export const REFERRAL_MAPPINGS = Symbol('mappings of referrers');
export const REFERRAL_FILES = Symbol('files of referrals');
export const PERSON_REGISTER = Symbol('person register');
/** The options the API was started with. */
export const OPTIONS = Symbol('options');
