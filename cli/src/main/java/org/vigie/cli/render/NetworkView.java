package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.casework.render.NetworkReport;
import org.vigie.casework.render.Style;
import org.vigie.casework.render.Told;
import org.vigie.casework.render.Witness;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** One network as lines: what it is made of, why each part is in it, what was cut out. */
public final class NetworkView {
  private final Style style;

  public NetworkView(Style style) {
    this.style = style;
  }

  /**
   * Returns a network as lines.
   *
   * @param told what it says
   * @param meaning what its risk comes to at the base rate of its channel, or empty
   */
  public List<String> lines(NetworkReport report, Told told, String meaning) {
    NetworkProfile network = report.network();
    List<String> lines = new ArrayList<>();
    lines.add(style.heading("MACHINE ASSESSMENT (evidence to check, not a verdict)"));
    lines.add(row("network", network.id()));
    if (!told.title().isEmpty()) {
      lines.add(row("says", SafeText.line(told.title())));
      told.lines(style).forEach(quote -> lines.add(row("", quote)));
    }
    lines.add(
        row(
            "made of",
            "%s in %s, joined by %s"
                .formatted(
                    Words.count(network.adverts(), "advert", "adverts"),
                    Words.count(network.clusterCount(), "text", "texts"),
                    Words.count(network.contactCount(), "contact", "contacts"))));
    lines.add(
        row("time", Words.minute(network.firstSeen()) + " to " + Words.minute(network.lastSeen())));
    counts(lines, "contacts", network.contacts());
    counts(lines, "countries", network.countries());
    counts(lines, "sites", network.sites());
    counts(lines, "channels", network.channels());
    lines.add(
        row(
            "risk",
            "highest %s, mean %s of its adverts"
                .formatted(
                    GroupRiskText.ofAdverts(network.highestRisk()),
                    GroupRiskText.ofAdverts(network.meanRisk()))));
    if (network.assessment() != null) {
      lines.add(row("together", GroupRiskText.risk(network.assessment())));
      if (!meaning.isEmpty()) {
        lines.add(row("", meaning));
      }
      GroupRiskText.reasons(network.assessment()).forEach(reason -> lines.add(row("", reason)));
    }
    lines.add("");
    lines.add(style.heading("EDGES (why each text is in it)"));
    report.edges().forEach(witness -> lines.add("  " + line(witness)));
    long more = network.edgeCount() - report.edges().size();
    if (more > 0) {
      lines.add("  and " + Words.number(more) + " more");
    }
    if (!report.cuts().isEmpty()) {
      lines.add("");
      lines.add(style.heading("CUT OUT (contacts of its adverts that join nothing)"));
      report
          .cuts()
          .forEach((contact, reason) ->
              lines.add(style.faint("  " + shown(contact) + ": " + SafeText.line(reason))));
    }
    return lines;
  }

  private static String line(Witness witness) {
    NetworkEdge edge = witness.edge();
    String where =
        witness.written().isEmpty()
            ? "declared by the site of " + witness.advertId()
            : "%s at %d-%d «%s»"
                .formatted(witness.advertId(), witness.start(), witness.end(), witness.written());
    return "%s joins %s: in %s%s"
        .formatted(
            shown(edge.contact()),
            edge.cluster(),
            Words.count(edge.adverts(), "advert", "adverts"),
            witness.isKnown() ? ", " + where : "");
  }

  private static void counts(List<String> lines, String name, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      lines.add(row(name, Words.counts(counts)));
    }
  }

  private static String shown(String key) {
    return SafeText.line(Defanged.text(key));
  }

  private static String row(String name, String value) {
    return "  %-12s %s".formatted(name, value);
  }
}
