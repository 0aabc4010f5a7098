/** Where a test may end a run of the stream. */
@NullMarked
package org.vigie.pipeline.fault;

import org.jspecify.annotations.NullMarked;
