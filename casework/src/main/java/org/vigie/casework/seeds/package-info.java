/** Where crawls start, as people write it down. */
@NullMarked
package org.vigie.casework.seeds;

import org.jspecify.annotations.NullMarked;
