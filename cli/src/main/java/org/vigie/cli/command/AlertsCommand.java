package org.vigie.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.advert.Alert;
import org.vigie.casework.delivery.AlertView;
import org.vigie.casework.render.Style;
import org.vigie.casework.surroundings.Surroundings;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie alerts}. */
@Command(name = "alerts", description = "List alerts with their reasons, most severe first")
final class AlertsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most alerts to show. Default: ${DEFAULT-VALUE}")
  private int limit = 20;

  @Option(names = "--json", description = "Print them as one JSON array")
  private boolean json;

  @Mixin private Reading reading = new Reading();

  AlertsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--limit", limit, 1);
    try (Reading.Opened opened = reading.open(surroundings, "alerts", "")) {
      List<Alert> alerts = opened.index().alerts(limit);
      if (json) {
        opened.screen().show(List.of(SafeJson.of(alerts)));
      } else {
        print(opened, alerts);
      }
    }
    return Exit.OK.code();
  }

  private void print(Reading.Opened opened, List<Alert> alerts) throws IOException {
    long all = opened.index().counts().alerts();
    opened.screen().show(new AlertView(new Style(surroundings.colours())).lines(alerts));
    String shown = all > alerts.size() ? ", " + Words.number(alerts.size()) + " shown" : "";
    surroundings
        .out()
        .println(Words.count(all, "alert", "alerts") + shown + ". Leads to look at, not verdicts.");
  }
}
