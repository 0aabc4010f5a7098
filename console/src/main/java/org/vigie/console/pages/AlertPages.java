package org.vigie.console.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Alert;
import org.vigie.console.render.Defanged;
import org.vigie.console.render.SafeText;
import org.vigie.console.render.Words;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;

/** The inbox of alerts, most severe first. */
public final class AlertPages {
  private static final int MOST = 200;

  private final LiveIndex index;

  public AlertPages(LiveIndex index) {
    this.index = index;
  }

  /**
   * One alert in the inbox.
   *
   * @param path of the page of what it is about
   */
  public record Row(
      String id,
      String severity,
      String at,
      String headline,
      String rule,
      List<String> reasons,
      String path) {
    static Row of(Alert alert) {
      return new Row(
          alert.id(),
          alert.severity().label(),
          Words.minute(alert.at()),
          SafeText.line(Defanged.text(alert.headline())),
          SafeText.line(alert.rule()),
          alert.reasons().stream().map(line -> SafeText.line(Defanged.text(line))).toList(),
          alert.subject().startsWith("a-")
              ? Paths.advert(alert.subject())
              : Paths.cluster(alert.subject()));
    }
  }

  public List<Route> routes() {
    return List.of(Route.get("/alerts", Access.ofReaders(), Act.CONSULTATION, this::list));
  }

  private Answer list(Visit visit) throws IOException {
    List<Row> rows =
        index
            .read(adverts -> adverts.alerts(MOST).stream().map(Row::of).toList())
            .orElse(List.of());
    return Answer.page("alerts", Map.of("alerts", rows));
  }
}
