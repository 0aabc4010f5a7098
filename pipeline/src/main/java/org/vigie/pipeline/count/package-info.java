/** What jobs count, as whoever runs them in the same process reads it. */
@NullMarked
package org.vigie.pipeline.count;

import org.jspecify.annotations.NullMarked;
