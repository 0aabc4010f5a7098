package org.vigie.web.pages.custody;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.advert.Finding;
import org.vigie.casework.mandate.AuditEntry;
import org.vigie.casework.mandate.AuditPage;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditSearch;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.people.Role;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.SignLines;
import org.vigie.text.safe.SafeText;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Day;
import org.vigie.web.pages.part.Paths;

/**
 * The audit log for auditors: who did what when and why, by ids, a page at a time. Queries aren't
 * shown.
 */
public final class AuditPages {
  private static final int MOST = 200;

  /** An id or a label, alone or with a name before it. */
  private static final Pattern NAMING =
      Pattern.compile(
          "(?:id|account|advert|assignee|before|case|change|cluster|command|days|decision|enabled"
              + "|file|form|format|from|limit|model|name|offset|opinion|order|outcome|page|per|risk"
              + "|role|ruling|scope|status|to|token|user)=[A-Za-z0-9.-]{1,64}|[A-Za-z0-9.-]{1,64}=~[0-9a-f]{16}"
              + "|roles=[a-z,-]{0,100}|address=[0-9a-fA-F:.]{2,45}|[a-z]-[0-9a-f]{1,64}");

  private final AuditTrail trail;
  private final AuditSeal seal;

  /**
   * @param seal which marks words that were typed, so that an auditor can ask who looked for some
   */
  public AuditPages(AuditTrail trail, AuditSeal seal) {
    this.trail = trail;
    this.seal = seal;
  }

  /** One entry of the log. */
  public record Row(
      String at,
      String user,
      String session,
      Event event,
      Why why,
      String recipient,
      String mandate) {
    private static final String ACT = "act";
    private static final String SHOWN_BY = "shown by ";

    static Row of(AuditEntry entry) {
      return new Row(
          entry.at(),
          SafeText.line(entry.user()),
          SafeText.line(entry.session()),
          new Event(
              Worded.said(act(entry.command())),
              isFormerReason(entry) ? "" : idsOf(entry.detail())),
          new Why(
              SafeText.line(isFormerReason(entry) ? entry.detail() : entry.reason()),
              SafeText.line(entry.grounds())),
          SafeText.line(entry.recipient()),
          entry.mandate());
    }

    /** The log keeps an act as a word or two, and what it was done to behind them. */
    private static Finding act(String command) {
      FindingWords english = FindingWords.english();
      if (english.knowsValue(ACT, command)) {
        return Finding.of("act").with(ACT, command);
      }
      if (command.startsWith(SHOWN_BY)) {
        return Finding.of("shown-by").with("command", command.substring(SHOWN_BY.length()));
      }
      String[] words = command.split(" ", 2);
      return words.length == 2 && english.knowsValue(ACT, words[0])
          ? Finding.of("act-on").with(ACT, words[0]).with("on", words[1])
          : SignLines.text(command);
    }

    /** Former versions wrote reasons as the detail of a line of their own. */
    private static boolean isFormerReason(AuditEntry entry) {
      return entry.command().equals("reason") && entry.reason().isEmpty();
    }

    private static String idsOf(String detail) {
      return Arrays.stream(detail.split(" ", -1))
          .filter(part -> !part.isEmpty())
          .map(part -> NAMING.matcher(part).matches() ? part : "…")
          .distinct()
          .collect(Collectors.joining(" "));
    }
  }

  /**
   * What was done.
   *
   * @param act what was asked for
   * @param detail ids of what it was done to
   */
  public record Event(Worded act, String detail) {}

  /**
   * Why something was done.
   *
   * @param reason of the session
   * @param grounds of this act, or empty
   */
  public record Why(String reason, String grounds) {}

  /**
   * What is looked for, as it was typed.
   *
   * @param problem name of the phrase of what is wrong with it, or empty
   */
  public record Form(String user, String about, String from, String to, String problem) {
    static Form of(Visit visit) {
      String from = visit.query("from").strip();
      String to = visit.query("to").strip();
      return new Form(
          visit.query("user").strip(),
          visit.query("about").strip(),
          from,
          to,
          Day.isOne(from) && Day.isOne(to) ? "" : "error.day");
    }

    private AuditSearch search(AuditSeal seal) throws IOException {
      Set<String> named = new HashSet<>();
      if (!about.isEmpty()) {
        named.add(about);
        named.addAll(seal.marks(about));
      }
      return new AuditSearch(user, named, Day.in(from), Day.in(to));
    }

    /** Returns the address of the same from some place of the log backwards. */
    private String path(long before) {
      return "/audit?user=%s&about=%s&from=%s&to=%s&before=%d"
          .formatted(
              Paths.encoded(user),
              Paths.encoded(about),
              Paths.encoded(from),
              Paths.encoded(to),
              before);
    }
  }

  public List<Route> routes() {
    Access auditors = Access.of(Role.AUDITOR);
    return List.of(
        Route.get("/audit", auditors, Act.CONSULTATION, this::show),
        Route.asking("/audit", auditors));
  }

  private Answer show(Visit visit) throws IOException {
    Form form = Form.of(visit);
    AuditPage page =
        form.problem().isEmpty()
            ? trail.find(form.search(seal), before(visit.query("before")), MOST)
            : AuditPage.empty();
    // What is damaged isn't shown: the report says which lines are.
    boolean verifies = page.damaged() > 0 || !visit.query("verify").isEmpty();
    Optional<AuditReport> report = verifies ? Optional.of(trail.verify()) : Optional.empty();
    return new Answer.Page(
        form.problem().isEmpty() ? 200 : 422,
        "audit",
        Map.of(
            "form",
            form,
            "entries",
            page.entries().stream().map(Row::of).toList(),
            "older",
            page.older().map(form::path).orElse(""),
            "report",
            report));
  }

  /** A place that isn't one can only be a link that was cut: then the newest are shown. */
  private static long before(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
