/**
 * Readers of files that machines ask for: RSS and Atom, JSON Feed, sitemaps, XML that lists
 * adverts.
 */
@NullMarked
package org.vigie.capture.extract.feed;

import org.jspecify.annotations.NullMarked;
