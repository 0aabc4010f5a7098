package org.vigie.console.pages;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.console.mandate.AuditEntry;
import org.vigie.console.mandate.AuditTrail;
import org.vigie.console.people.Role;
import org.vigie.console.render.SafeText;
import org.vigie.console.web.Access;
import org.vigie.console.web.Act;
import org.vigie.console.web.Answer;
import org.vigie.console.web.Route;
import org.vigie.console.web.Visit;

/** The audit log for auditors: who did what when and why, by ids. Queries aren't shown. */
public final class AuditPages {
  private static final int MOST = 500;

  /** An id or a label, alone or with a name before it. */
  private static final Pattern NAMING =
      Pattern.compile(
          "(?:id|account|advert|assignee|case|change|cluster|days|decision|enabled|file|form|format"
              + "|model|name|opinion|outcome|role|ruling|scope|status)=[A-Za-z0-9.-]{1,64}"
              + "|roles=[a-z,-]{0,100}|[a-z]-[0-9a-f]{1,64}");

  private final AuditTrail trail;

  public AuditPages(AuditTrail trail) {
    this.trail = trail;
  }

  /** One entry of the log. */
  public record Row(String at, String user, String command, String detail, String mandate) {
    static Row of(AuditEntry entry) {
      return new Row(
          entry.at(),
          SafeText.line(entry.user()),
          SafeText.line(entry.command()),
          entry.command().equals("reason") ? SafeText.line(entry.detail()) : idsOf(entry.detail()),
          entry.mandate());
    }

    private static String idsOf(String detail) {
      return Arrays.stream(detail.split(" ", -1))
          .filter(part -> !part.isEmpty())
          .map(part -> NAMING.matcher(part).matches() ? part : "…")
          .distinct()
          .collect(Collectors.joining(" "));
    }
  }

  public List<Route> routes() {
    return List.of(Route.get("/audit", Access.of(Role.AUDITOR), Act.CONSULTATION, this::show));
  }

  private Answer show(Visit visit) throws IOException {
    return Answer.page(
        "audit",
        Map.of(
            "entries", trail.newest(MOST).stream().map(Row::of).toList(),
            "report", trail.verify()));
  }
}
