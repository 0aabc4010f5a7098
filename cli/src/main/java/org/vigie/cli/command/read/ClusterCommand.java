package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.advert.ClusterProfile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.render.SaidReader;
import org.vigie.casework.render.Style;
import org.vigie.cli.render.ClusterView;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.search.alert.AlertChoice;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie cluster}. */
@Command(
    name = "cluster",
    description =
        "Print what the adverts of one cluster have in common, or run a Flink cluster (start,"
            + " submit, status, mend, stop; jobmanager and others are its processes)")
public final class ClusterCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "A cluster's id, or one it had before")
  private String id = "";

  @Option(names = "--json", description = "Print it as one JSON object")
  private boolean json;

  /** One of each rule that a workspace is likely to have; the rest stands among the alerts. */
  private static final int MOST_ALERTS = 20;

  @Mixin private Reading reading = new Reading();

  public ClusterCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (id.isEmpty()) {
      throw UserError.ofUsage(
          "cluster must be given the id of a cluster of adverts, or one of start, submit, status,"
              + " mend, stop, which are about machines");
    }
    try (Reading.Opened opened = reading.open(environment, AuditEvent.named("cluster", id))) {
      TypedId named = TypedId.of(opened.index(), id);
      Optional<ClusterProfile> found = opened.index().findClusterWithMaskedTemplate(named.id());
      if (found.isEmpty()) {
        throw named.unknown("a cluster must be named by its id");
      }
      ClusterProfile cluster = found.get();
      List<String> texts = opened.index().advertsOfTemplate(cluster);
      opened.screen().count(texts);
      opened.screen().log(ShownIds.of(texts), "");
      opened.screen().show(json ? List.of(SafeJson.of(cluster)) : lines(opened, cluster));
    }
    return Exit.OK.code();
  }

  private List<String> lines(Reading.Opened opened, ClusterProfile cluster) throws IOException {
    List<String> lines =
        new ArrayList<>(
            new ClusterView(new Style(environment.colours()))
                .lines(
                    cluster,
                    opened.index().baseRate(cluster),
                    Telling.of(new SaidReader(opened.index(), 1).of(cluster)),
                    Telling.meaning(opened, cluster.assessment(), cluster.mainChannel())));
    opened
        .index()
        .findNetworkOf(cluster.id())
        .ifPresent(network -> lines.add("Its network: ./vigie network " + network.id()));
    opened.index().alerts(AlertChoice.all().about(cluster.id()), 0, MOST_ALERTS).items().stream()
        .map(alert -> "Its alert: %s, %s".formatted(alert.id(), alert.severity().label()))
        .forEach(lines::add);
    return lines;
  }
}
