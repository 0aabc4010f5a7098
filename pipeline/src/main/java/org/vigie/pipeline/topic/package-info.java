/** Kafka topics that the stream reads and writes. */
@NullMarked
package org.vigie.pipeline.topic;

import org.jspecify.annotations.NullMarked;
