package org.vigie.console.command;

import java.io.IOException;
import org.vigie.console.failure.Refusal;
import org.vigie.console.surroundings.Surroundings;
import org.vigie.crawler.output.AdvertFile;
import org.vigie.crawler.output.AdvertSink;
import org.vigie.crawler.output.AdvertTopic;

/**
 * Where the adverts of a crawl are to go, as written on the command line: nowhere, a file, or a
 * Kafka topic as {@code kafka:HOST:PORT/TOPIC}.
 *
 * @param word what was written, or empty
 */
record AdvertDestination(String word) {
  private static final String KAFKA = "kafka:";

  AdvertDestination {
    if (word.startsWith(KAFKA) && !isTopic(word.substring(KAFKA.length()))) {
      throw Refusal.ofUsage(
          "--adverts must be a file or kafka:HOST:PORT/TOPIC, but was '" + word + "'");
    }
  }

  AdvertSink open(Surroundings surroundings) throws IOException {
    if (word.isEmpty()) {
      return AdvertSink.none();
    }
    if (!word.startsWith(KAFKA)) {
      return AdvertFile.open(surroundings.path(word));
    }
    int slash = word.lastIndexOf('/');
    return AdvertTopic.open(word.substring(KAFKA.length(), slash), word.substring(slash + 1));
  }

  /** Several brokers stand with commas between. */
  private static boolean isTopic(String text) {
    return text.matches("[^,/:]++:\\d{1,5}(?:,[^,/:]++:\\d{1,5})*+/[a-zA-Z0-9._-]{1,249}");
  }
}
