/**
 * Parts that many pages share: paths, lists, cards of adverts, marked text, signs, grounds, the
 * question for password and code, and the index as it is read.
 */
@NullMarked
package org.vigie.web.pages.part;

import org.jspecify.annotations.NullMarked;
