/**
 * Forms in which frameworks write the data of their pages, each turned into plain JSON: flat lists
 * whose parts are named by their places, caches whose parts name each other, resources beside what
 * they include. Nothing is run, and what a value unfolds to is bounded.
 */
@NullMarked
package org.vigie.capture.state.wire;

import org.jspecify.annotations.NullMarked;
