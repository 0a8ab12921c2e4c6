// Names under which pages are given what lies outside them.

/** StaffSignIn, or null where no provider is set. */
export const STAFF_SIGN_IN = Symbol('staff sign-in');

/** Look: how the pages of this service look. */
export const LOOK = Symbol('look');

/** Guide: the public pages to read. */
export const GUIDE = Symbol('guide');
