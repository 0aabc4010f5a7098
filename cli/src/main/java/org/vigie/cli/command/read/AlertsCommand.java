package org.vigie.cli.command.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.advert.Alert;
import org.vigie.casework.delivery.AlertView;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.render.AlertWords;
import org.vigie.casework.render.SaidReader;
import org.vigie.casework.render.Style;
import org.vigie.cli.command.option.Require;
import org.vigie.files.failure.Exit;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.api.ToldAlert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie alerts}. */
@Command(name = "alerts", description = "List alerts with their reasons, the most urgent first")
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
      if (json) {
        opened.screen().show(List.of(SafeJson.of(told(opened.index(), alerts))));
      } else {
        print(opened, alerts);
      }
    }
    return Exit.OK.code();
  }

  private static List<ToldAlert> told(AdvertIndex index, List<Alert> alerts) throws IOException {
    SaidReader reader = new SaidReader(index, ToldAlert.LISTED_QUOTES);
    List<ToldAlert> told = new ArrayList<>();
    for (Alert alert : alerts) {
      told.add(ToldAlert.of(alert, reader.of(alert), Telling.ENGLISH));
    }
    return told;
  }

  private void print(Reading.Opened opened, List<Alert> alerts) throws IOException {
    long all = opened.index().counts().alerts();
    Style style = new Style(environment.colours());
    List<String> lines = new ArrayList<>();
    if (!alerts.isEmpty()) {
      lines.add(style.faint(AlertView.ORDER + "."));
    }
    Locale language = opened.settings().delivery().locale();
    lines.addAll(
        new AlertView(style, AlertWords.in(language))
            .lines(alerts, Telling.of(opened.index(), alerts, language)));
    opened.screen().show(lines);
    String shown = all > alerts.size() ? ", " + Words.number(alerts.size()) + " shown" : "";
    environment
        .out()
        .println(Words.count(all, "alert", "alerts") + shown + ". Leads to look at, not verdicts.");
  }
}
