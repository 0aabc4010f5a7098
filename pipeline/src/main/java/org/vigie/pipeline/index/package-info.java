/** Changes to the index, written exactly once. */
@NullMarked
package org.vigie.pipeline.index;

import org.jspecify.annotations.NullMarked;
