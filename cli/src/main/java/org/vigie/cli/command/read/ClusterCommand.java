package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.List;
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
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
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
      ClusterProfile cluster =
          opened
              .index()
              .findClusterWithMaskedTemplate(id)
              .orElseThrow(() ->
                  UserError.ofInput(
                      "a cluster must be named by its id, but none has the id '%s'"
                          .formatted(SafeText.line(id))));
      List<String> texts = opened.index().advertsOfTemplate(cluster);
      opened.screen().count(texts);
      opened.screen().log(ShownIds.of(texts), "");
      opened.screen().show(json ? List.of(SafeJson.of(cluster)) : lines(opened, cluster));
    }
    return Exit.OK.code();
  }

  private List<String> lines(Reading.Opened opened, ClusterProfile cluster) throws IOException {
    return new ClusterView(new Style(environment.colours()))
        .lines(
            cluster,
            opened.index().baseRate(cluster),
            Telling.of(new SaidReader(opened.index(), 1).of(cluster)),
            Telling.meaning(opened, cluster.assessment(), cluster.mainChannel()));
  }
}
