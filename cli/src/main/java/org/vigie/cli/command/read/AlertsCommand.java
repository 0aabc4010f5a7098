package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.advert.Alert;
import org.vigie.casework.delivery.AlertView;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.Said;
import org.vigie.casework.render.SaidReader;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.cli.command.option.Require;
import org.vigie.files.failure.Exit;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.api.ToldAlert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie alerts}. */
@Command(name = "alerts", description = "List alerts with their reasons, most severe first")
public final class AlertsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most alerts to show. Default: ${DEFAULT-VALUE}")
  private int limit = 20;

  @Option(names = "--json", description = "Print them as one JSON array")
  private boolean json;

  @Mixin private Reading reading = new Reading();

  public AlertsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.atLeast("--limit", limit, 1);
    try (Reading.Opened opened = reading.open(environment, "alerts", "")) {
      List<Alert> alerts = opened.index().alerts(limit);
      SaidReader reader = new SaidReader(opened.index(), ToldAlert.MOST_QUOTES);
      Map<String, Said> said = new LinkedHashMap<>();
      for (Alert alert : alerts) {
        said.put(alert.id(), reader.of(alert));
      }
      if (json) {
        opened.screen().show(List.of(SafeJson.of(told(alerts, said))));
      } else {
        print(opened, alerts, said);
      }
    }
    return Exit.OK.code();
  }

  private static List<ToldAlert> told(List<Alert> alerts, Map<String, Said> said) {
    List<ToldAlert> told = new ArrayList<>();
    for (Alert alert : alerts) {
      Said of = said.getOrDefault(alert.id(), Said.nothing());
      told.add(ToldAlert.of(alert, of, Telling.ENGLISH));
    }
    return told;
  }

  private void print(Reading.Opened opened, List<Alert> alerts, Map<String, Said> said)
      throws IOException {
    long all = opened.index().counts().alerts();
    Map<String, Told> told = new LinkedHashMap<>();
    said.forEach((id, of) -> told.put(id, Telling.of(of)));
    opened.screen().show(new AlertView(new Style(environment.colours())).lines(alerts, told));
    String shown = all > alerts.size() ? ", " + Words.number(alerts.size()) + " shown" : "";
    environment
        .out()
        .println(Words.count(all, "alert", "alerts") + shown + ". Leads to look at, not verdicts.");
  }
}
