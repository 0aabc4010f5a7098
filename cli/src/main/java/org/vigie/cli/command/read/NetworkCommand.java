package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.render.NetworkReport;
import org.vigie.casework.render.SaidReader;
import org.vigie.casework.render.Style;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.render.NetworkView;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie network}. */
@Command(name = "network", description = "Print the adverts that contacts join, and why")
public final class NetworkCommand implements Callable<Integer> {
  private static final int MOST_EDGES = 500;

  private final Environment environment;

  @Parameters(
      paramLabel = "ID",
      description = "A network's id, or that of an advert or a cluster in it")
  private String id = "";

  @Option(names = "--edges", paramLabel = "N", description = "Most edges to show. Default: 50")
  private int edges = 50;

  @Option(names = "--json", description = "Print it as one JSON object")
  private boolean json;

  @Mixin private Reading reading = new Reading();

  public NetworkCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--edges", edges, 0, MOST_EDGES);
    try (Reading.Opened opened = reading.open(environment, AuditEvent.named("network", id))) {
      TypedId named = TypedId.of(opened.index(), id);
      Optional<NetworkReport> found = NetworkReport.find(opened.index(), named.id(), edges);
      if (found.isEmpty()) {
        throw named.inNoNetwork("a network must be named by its id or that of a member");
      }
      NetworkReport report = found.get();
      if (json) {
        opened.screen().show(List.of(SafeJson.of(report)));
      } else {
        opened.screen().show(lines(opened, report));
      }
    }
    return Exit.OK.code();
  }

  private List<String> lines(Reading.Opened opened, NetworkReport report) throws IOException {
    NetworkProfile network = report.network();
    return new NetworkView(new Style(environment.colours()))
        .lines(
            report,
            Telling.of(new SaidReader(opened.index(), 1).of(network)),
            Telling.meaning(opened, network.assessment(), network.mainChannel()));
  }
}
