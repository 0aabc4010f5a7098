package org.vigie.cli.command.flink;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.option.KafkaWord;
import org.vigie.cli.command.option.Require;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.process.StreamTopics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie cluster topics}. */
@Command(
    name = "topics",
    description = "Make the stream's topics on a Kafka cluster, those that aren't there yet",
    footer = {
      "",
      "They are adverts, captures, alerts and dead-letters. Topics that are there are left alone."
    })
public final class ClusterTopicsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--kafka",
      required = true,
      paramLabel = "kafka:HOST:PORT",
      description = "The brokers, several with commas between")
  private String kafka = "";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of the topics that are read. Default: ${DEFAULT-VALUE}")
  private int partitions = 4;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "Copies of each topic. Default: ${DEFAULT-VALUE}")
  private int replicas = 1;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description = "Settings of Kafka's clients, such as TLS and SASL")
  private @Nullable String properties;

  public ClusterTopicsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--partitions", partitions, 1, 1_024);
    Require.between("--replicas", replicas, 1, 9);
    if (!KafkaWord.is(kafka)) {
      throw UserError.ofUsage("--kafka must be kafka:HOST:PORT, but was '%s'".formatted(kafka));
    }
    StreamTopics topics =
        new StreamTopics(KafkaWord.of(kafka).access(environment, properties).settings());
    List<String> made = topics.make(partitions, (short) replicas);
    environment
        .out()
        .println(made.isEmpty() ? "All topics are there." : "Made: " + String.join(", ", made));
    return Exit.OK.code();
  }
}
