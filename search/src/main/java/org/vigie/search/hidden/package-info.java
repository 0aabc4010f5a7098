/**
 * What is hidden from whoever asks: a reader that skips it, and clusters, contacts, networks and
 * alerts counted again without it.
 */
@NullMarked
package org.vigie.search.hidden;

import org.jspecify.annotations.NullMarked;
