/**
 * The page of one advert: its text with what was found in it, its versions, and how much one person
 * is shown in all.
 */
@NullMarked
package org.vigie.web.pages.advert;

import org.jspecify.annotations.NullMarked;
