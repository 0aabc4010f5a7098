/** Near-duplicate links to micro-clusters with templates. */
@NullMarked
package org.vigie.pipeline.cluster;

import org.jspecify.annotations.NullMarked;
