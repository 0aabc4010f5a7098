/** What the stream tells of itself to those who watch it run. */
@NullMarked
package org.vigie.pipeline.metric;

import org.jspecify.annotations.NullMarked;
