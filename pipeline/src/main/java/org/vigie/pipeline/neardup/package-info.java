/** Adverts with nearly the same text, found by MinHash and LSH bands. */
@NullMarked
package org.vigie.pipeline.neardup;

import org.jspecify.annotations.NullMarked;
