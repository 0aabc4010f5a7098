package org.vigie.cli.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.casework.render.Marked;
import org.vigie.casework.render.Style;
import org.vigie.cli.terminal.Table;
import org.vigie.search.SearchResult;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** A page of search results as lines. */
public final class SearchView {
  private static final int MAX_SITE = 28;

  private static final String WITHHELD =
      "(text not shown: another part of it was shown within a day, and the budget of full adverts has"
          + " no room for all of these; ./vigie show opens one while it lasts, or later)";

  private final Style style;

  public SearchView(Style style) {
    this.style = style;
  }

  /**
   * Returns a result as lines, two per advert, with facets and a hint at the next page.
   *
   * @param withheld ids of the adverts of which no text is shown
   */
  public List<String> lines(SearchResult result, int offset, Set<String> withheld) {
    List<String> lines = new ArrayList<>();
    if (result.partial()) {
      lines.add("The search took too long and was cut: more adverts may match than are counted.");
    }
    if (result.total() == 0) {
      lines.add("No advert matches.");
      return lines;
    }
    if (result.loosened()) {
      lines.add("No advert has all of these words; these have some of them.");
    }
    Table table = new Table();
    table.row(
        "RISK", "POSTED", "SITE", "LANG", "ADVERT", "STRONGEST INDICATOR", "CLUSTER (ADVERTS)");
    result.hits().forEach(hit -> row(table, hit));
    List<String> rows = table.lines();
    lines.add(style.heading(rows.getFirst()));
    for (int i = 0; i < result.hits().size(); i++) {
      SearchResult.Hit hit = result.hits().get(i);
      lines.add(rows.get(i + 1));
      boolean isShown = !withheld.contains(hit.advert().advert().id());
      lines.add(
          "      "
              + gone(hit)
              + (isShown
                  ? Marked.line(hit.snippet().text(), hit.snippet().matches(), style)
                  : WITHHELD));
    }
    lines.add("");
    result.facets().forEach((name, values) -> facet(lines, name, values));
    if (result.estimated()) {
      lines.add("These numbers are estimates, told from a part of the adverts that match.");
    }
    lines.add(footer(result, offset));
    return lines;
  }

  private static String gone(SearchResult.Hit hit) {
    Instant since = hit.goneSince();
    return since == null ? "" : "(gone since " + Words.day(since) + ") ";
  }

  private static void row(Table table, SearchResult.Hit hit) {
    table.row(
        risk(hit),
        day(hit.advert().advert()),
        cut(SafeText.line(hit.advert().advert().site())),
        hit.advert().language(),
        hit.advert().advert().id(),
        strongest(hit.advert().indicators()),
        hit.cluster().size() > 1
            ? hit.cluster().id() + " (" + Words.number(hit.cluster().size()) + ")" + folded(hit)
            : "-");
  }

  /** A date that the site doesn't say is ours, and is called so. */
  private static String day(Advert advert) {
    return (advert.postedAt() == null ? "seen " : "") + Words.day(advert.time());
  }

  private static String folded(SearchResult.Hit hit) {
    return hit.alike() > 1 ? ", " + Words.number(hit.alike() - 1) + " folded" : "";
  }

  /**
   * Says whose risk it is; what is undetermined is said, so that nobody reads it as a judgement.
   */
  private static String risk(SearchResult.Hit hit) {
    String probability = Words.risk(hit.risk().probability());
    return switch (hit.risk().of()) {
      case NONE -> NotAssessed.english(hit.advert());
      case GROUP -> probability + " of its cluster";
      case NETWORK -> probability + " of its network";
      case OWN ->
          hit.advert().assessment().outcome() == Outcome.UNDETERMINED
              ? probability + " " + Outcome.UNDETERMINED.label()
              : probability;
    };
  }

  private static String strongest(List<Indicator> indicators) {
    List<Indicator> scored = indicators.stream().filter(Indicator::scored).toList();
    if (scored.isEmpty()) {
      return "-";
    }
    Indicator first = scored.stream().min(Comparator.comparing(Indicator::grade)).orElseThrow();
    String more = scored.size() == 1 ? "" : " +" + (scored.size() - 1);
    return first.id() + " " + SafeText.line(first.name()) + more;
  }

  private static void facet(List<String> lines, String name, Map<String, Long> values) {
    if (!values.isEmpty()) {
      lines.add("%-10s %s".formatted(name, Words.counts(values)));
    }
  }

  private static String footer(SearchResult result, int offset) {
    int shown = result.hits().size();
    String all = Words.count(result.total(), "advert matches", "adverts match");
    if (result.cards() < result.total()) {
      all += ", folded into " + Words.number(result.cards());
    }
    if (shown == 0 || shown == result.cards()) {
      return all + ". Leads to look at, not verdicts.";
    }
    String next =
        offset + shown < result.cards() ? "; next page: --offset " + (offset + shown) : "";
    return "%s; %d to %d shown%s. Leads to look at, not verdicts."
        .formatted(all, offset + 1, offset + shown, next);
  }

  private static String cut(String site) {
    return site.length() <= MAX_SITE ? site : site.substring(0, MAX_SITE - 1) + "…";
  }
}
