package org.vigie.cli.command.crawl;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.KafkaWord;
import org.vigie.crawler.shared.SharedCrawl;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Option;

/** The options of a crawl that several processes share. */
final class SharedOptions {
  static final String HEADING =
      "%nSharing a crawl with other processes (docs/how-to/shared-crawl.md):%n";

  @Option(
      names = "--shared",
      paramLabel = "WHERE",
      required = true,
      description = "Share the crawl with other processes over kafka:HOST:PORT")
  private String where = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "Name of the crawl, the same for all")
  private String name = "";

  @Option(
      names = "--process",
      paramLabel = "ID",
      required = true,
      description = "Name of this process: no other's, and the same when it is started again")
  private String process = "";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Parts that hosts are divided into, the same for all and for good. Default:"
              + " ${DEFAULT-VALUE}")
  private int partitions = SharedCrawl.USUAL_PARTITIONS;

  /**
   * Returns the part that this process takes.
   *
   * @param properties file of settings of Kafka's clients; null for none
   * @param requestTimeout longest time for one request
   */
  SharedCrawl of(Environment environment, @Nullable String properties, Duration requestTimeout)
      throws IOException {
    if (!KafkaWord.is(where)) {
      throw UserError.ofUsage("--shared must be kafka:HOST:PORT, but was '" + where + "'");
    }
    try {
      return SharedCrawl.of(
          name,
          process,
          partitions,
          requestTimeout,
          KafkaWord.of(where).access(environment, properties));
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--" + e.getMessage());
    }
  }

  /** Returns what the log of mandates says of it. */
  @Override
  public String toString() {
    return "shared as %s by %s over %s".formatted(name, process, where);
  }
}
