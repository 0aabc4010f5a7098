/** How long the steps of the stream work. */
@NullMarked
package org.vigie.pipeline.busy;

import org.jspecify.annotations.NullMarked;
