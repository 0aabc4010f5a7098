/** The streaming job: repeats, clusters, index, alerts. */
@NullMarked
package org.vigie.pipeline;

import org.jspecify.annotations.NullMarked;
