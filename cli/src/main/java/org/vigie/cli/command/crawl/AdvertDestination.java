package org.vigie.cli.command.crawl;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.output.AdvertFile;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.KafkaWord;
import org.vigie.crawler.output.AdvertTopic;
import org.vigie.files.failure.UserError;

/**
 * Where the adverts of a crawl are to go, as written on the command line: nowhere, a file, or a
 * Kafka topic as {@code kafka:HOST:PORT/TOPIC}.
 *
 * @param word what was written, or empty
 */
record AdvertDestination(String word) {
  AdvertDestination {
    if (word.startsWith(KafkaWord.START) && !isTopic(word)) {
      throw UserError.ofUsage(
          "--adverts must be a file or kafka:HOST:PORT/TOPIC, but was '" + word + "'");
    }
  }

  boolean isKafka() {
    return word.startsWith(KafkaWord.START);
  }

  /**
   * Opens it.
   *
   * @param properties file of settings of Kafka's clients; null for none
   */
  AdvertSink open(Environment environment, @Nullable String properties) throws IOException {
    if (word.isEmpty()) {
      return AdvertSink.none();
    }
    if (!isKafka()) {
      return AdvertFile.open(environment.path(word));
    }
    int slash = word.lastIndexOf('/');
    KafkaWord cluster = KafkaWord.of(word.substring(0, slash));
    return AdvertTopic.open(cluster.access(environment, properties), word.substring(slash + 1));
  }

  private static boolean isTopic(String text) {
    int slash = text.lastIndexOf('/');
    return slash > 0
        && KafkaWord.is(text.substring(0, slash))
        && text.substring(slash + 1).matches("[a-zA-Z0-9._-]{1,249}");
  }
}
