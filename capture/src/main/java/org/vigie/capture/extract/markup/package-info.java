/**
 * From bytes to text: the charset, the bounds within which markup is parsed, and the blocks of a
 * page as a reader sees them, without what stands on every page of a site.
 */
@NullMarked
package org.vigie.capture.extract.markup;

import org.jspecify.annotations.NullMarked;
