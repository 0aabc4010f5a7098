package org.vigie.web.pages;

/** What somebody is to an object. */
enum Relation {
  /** Made it. */
  OWN,
  /** Was let in by who made it. */
  SHARED,
  /** Has nothing to do with it. */
  OTHERS,
  /** It isn't there. */
  GONE,
  /** Its name is none. */
  NONSENSE
}
