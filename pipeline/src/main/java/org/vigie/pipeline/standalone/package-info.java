/**
 * A small Flink cluster on loopback, for trying out and for tests: its processes, and what it runs.
 */
@NullMarked
package org.vigie.pipeline.standalone;

import org.jspecify.annotations.NullMarked;
