/** How Kafka is reached. */
@NullMarked
package org.vigie.crawler.kafka;

import org.jspecify.annotations.NullMarked;
