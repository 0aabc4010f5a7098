package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.casework.render.IndicatorText;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** One cluster as lines: its template with the slots marked, and who, where and when. */
public final class ClusterView {
  private static final int MAX_VALUES = 8;

  private final Style style;

  public ClusterView(Style style) {
    this.style = style;
  }

  /**
   * Returns a cluster as lines.
   *
   * @param baseRate how many clusters of its channel are at least as risky
   * @param told what it says
   * @param meaning what its risk comes to at the base rate of its channel, or empty
   */
  public List<String> lines(ClusterProfile cluster, BaseRate baseRate, Told told, String meaning) {
    List<String> lines = new ArrayList<>();
    lines.add(style.heading("MACHINE ASSESSMENT (evidence to check, not a verdict)"));
    lines.add(row("cluster", cluster.id()));
    if (!told.title().isEmpty()) {
      lines.add(row("says", SafeText.line(told.title())));
      told.lines(style).forEach(quote -> lines.add(row("", quote)));
    }
    lines.add(row("adverts", Words.number(cluster.size())));
    lines.add(
        row("time", Words.minute(cluster.firstSeen()) + " to " + Words.minute(cluster.lastSeen())));
    counts(lines, "contacts", cluster.contacts());
    counts(lines, "places", cluster.places());
    counts(lines, "countries", cluster.countries());
    counts(lines, "sites", cluster.sites());
    counts(lines, "channels", cluster.channels());
    counts(lines, "languages", cluster.languages());
    counts(lines, "indicators", cluster.advertIndicators());
    cluster
        .indicators()
        .forEach(indicator -> lines.add(row("as a whole", IndicatorText.of(indicator))));
    lines.add(
        row(
            "risk",
            "highest %s, mean %s of its adverts"
                .formatted(
                    GroupRiskText.ofAdverts(cluster.highestRisk()),
                    GroupRiskText.ofAdverts(cluster.meanRisk()))));
    if (cluster.assessment() != null) {
      lines.add(row("together", GroupRiskText.risk(cluster.assessment())));
      if (!meaning.isEmpty()) {
        lines.add(row("", meaning));
      }
      lines.add(row("", GroupRiskText.baseRate(baseRate)));
      GroupRiskText.reasons(cluster.assessment()).forEach(reason -> lines.add(row("", reason)));
    }
    lines.add("");
    lines.add(style.heading("TEMPLATE (what its adverts share; what stands in brackets varies)"));
    if (cluster.compression() > 0) {
      lines.add(
          row(
              "shortens",
              "the description of all adverts by " + Words.share(cluster.compression())));
    }
    template(cluster.template()).lines().forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("Its adverts: ./vigie search 'cluster:%s'".formatted(cluster.id()));
    return lines;
  }

  private String template(Template template) {
    if (template.parts().isEmpty()) {
      return "not known yet";
    }
    return template.parts().stream().map(this::part).collect(Collectors.joining());
  }

  private String part(TemplatePart part) {
    if (!part.isSlot()) {
      return SafeText.block(Defanged.text(part.text()));
    }
    String values =
        part.values().stream()
            .limit(MAX_VALUES)
            .map(value -> value.isEmpty() ? "(nothing)" : SafeText.line(Defanged.text(value)))
            .collect(Collectors.joining(" | "));
    int more = part.values().size() - MAX_VALUES;
    String slot =
        "["
            + part.kind().label()
            + ": "
            + values
            + (more > 0 ? " | and " + more + " more" : "")
            + "]";
    return style.colours() ? style.mark(slot) : slot;
  }

  private static void counts(List<String> lines, String name, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      lines.add(row(name, Words.counts(counts)));
    }
  }

  private static String row(String name, String value) {
    return "  %-12s %s".formatted(name, value);
  }
}
