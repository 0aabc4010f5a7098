/** Flink's tasks in this process, without what wakes them while nothing comes. */
@NullMarked
package org.vigie.pipeline.quiet;

import org.jspecify.annotations.NullMarked;
