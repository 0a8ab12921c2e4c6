// Names under which pages are given what lies outside them.

/** StaffSignIn, or null where no provider is set. */
export const STAFF_SIGN_IN = Symbol('staff sign-in');

/** The harmless page that leaving leads to. */
export const LEAVE_TO = Symbol('leave to');
