/**
 * The Java commands of Flink's processes, each on a machine or in a container of its own: what the
 * scripts of Flink's distribution would work out, since an installation of ours has none.
 */
@NullMarked
package org.vigie.pipeline.process;

import org.jspecify.annotations.NullMarked;
