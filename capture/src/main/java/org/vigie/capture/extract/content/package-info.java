/**
 * The text that a page is about, found without knowing the site: its main content, the description
 * of a product, what it says of itself in a sentence.
 */
@NullMarked
package org.vigie.capture.extract.content;

import org.jspecify.annotations.NullMarked;
