/** Clusters that contacts join to networks. */
@NullMarked
package org.vigie.pipeline.network;

import org.jspecify.annotations.NullMarked;
