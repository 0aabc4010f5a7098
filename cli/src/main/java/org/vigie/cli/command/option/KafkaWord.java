package org.vigie.cli.command.option;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.crawler.kafka.KafkaAccess;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/**
 * A Kafka cluster as it is written on the command line: {@code kafka:HOST:PORT}.
 *
 * @param brokers {@code HOST:PORT}, several with commas between
 */
public record KafkaWord(String brokers) {
  /** How a word begins that names a cluster. */
  public static final String START = "kafka:";

  /** Returns whether a word names brokers after its start. */
  public static boolean is(String word) {
    return word.startsWith(START)
        && word.substring(START.length()).matches("[^,/:]++:\\d{1,5}(?:,[^,/:]++:\\d{1,5})*+");
  }

  /** Returns the cluster that a word names, of which {@link #is} must hold. */
  public static KafkaWord of(String word) {
    return new KafkaWord(word.substring(START.length()));
  }

  /**
   * Returns how to reach it.
   *
   * @param properties file of further settings; null for none
   */
  public KafkaAccess access(Environment environment, @Nullable String properties)
      throws IOException {
    if (properties == null) {
      return KafkaAccess.of(brokers);
    }
    try {
      return KafkaAccess.read(brokers, environment.path(properties));
    } catch (IllegalArgumentException e) {
      throw new UserError(Exit.INPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
