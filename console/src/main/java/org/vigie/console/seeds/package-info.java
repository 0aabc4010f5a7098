/** Where crawls start, as people write it down. */
@NullMarked
package org.vigie.console.seeds;

import org.jspecify.annotations.NullMarked;
