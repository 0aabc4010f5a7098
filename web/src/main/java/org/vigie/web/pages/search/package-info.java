/**
 * The page of searches, the searches that a person keeps, the queue of adverts to judge, and marks
 * put on many at once.
 */
@NullMarked
package org.vigie.web.pages.search;

import org.jspecify.annotations.NullMarked;
