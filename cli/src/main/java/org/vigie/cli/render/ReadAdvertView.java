package org.vigie.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Genre;
import org.vigie.advert.Indicator;
import org.vigie.advert.Reason;
import org.vigie.casework.render.Marked;
import org.vigie.casework.render.Style;
import org.vigie.classifier.ReadAdvert;
import org.vigie.classifier.sign.KindWeights;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** An advert as {@code vigie assess} prints it for people. */
public final class ReadAdvertView {
  private final Style style;

  public ReadAdvertView(Style style) {
    this.style = style;
  }

  /** Returns the lines: what is said, and the risks. */
  public List<String> lines(ReadAdvert read) {
    return lines(read, false);
  }

  /** Returns the lines of {@code --explain}: also the concept that each word was taken for. */
  public List<String> explained(ReadAdvert read) {
    return lines(read, true);
  }

  private List<String> lines(ReadAdvert read, boolean explained) {
    AssessedAdvert assessed = read.assessed();
    List<String> lines = new ArrayList<>();
    lines.add(assessed.advert().id() + " · " + genre(read));
    if (!read.isRead()) {
      lines.add("  " + NotAssessed.english(assessed));
      return lines;
    }
    lines.add("  language: " + language(assessed.language()));
    if (assessed.minorRisk()) {
      lines.add("  quarantined: it takes the minor-risk route; no risk is told and no text shown");
      return lines;
    }
    lines.addAll(signs(read));
    if (explained) {
      lines.addAll(concepts(read));
    }
    lines.addAll(risks(assessed));
    return lines;
  }

  private List<String> signs(ReadAdvert read) {
    AssessedAdvert assessed = read.assessed();
    List<String> lines = new ArrayList<>();
    for (Sign sign : read.signs().signs()) {
      lines.add("  %s %s, by %s".formatted(sign.row(), sign.polarity().label(), why(sign)));
      lines.add("    " + Marked.line(assessed.advert().text(), sign.spans(), style));
    }
    for (Indicator indicator : assessed.indicators()) {
      if (read.signs().signs().stream().noneMatch(s -> s.row().equals(indicator.id()))) {
        lines.add("  " + indicator.described());
      }
    }
    return lines;
  }

  private static List<String> concepts(ReadAdvert read) {
    String text = read.assessed().advert().text();
    List<String> lines = new ArrayList<>();
    lines.add("  concepts:");
    for (SignReading.Concept concept : read.signs().concepts()) {
      lines.add(
          "    %s: %s"
              .formatted(
                  concept.name(),
                  SafeText.line(text.substring(concept.span().start(), concept.span().end()))));
    }
    return lines;
  }

  private static List<String> risks(AssessedAdvert assessed) {
    List<String> lines = new ArrayList<>();
    for (Assessment assessment : assessed.assessments()) {
      lines.add(
          "  %s: %s (%s)"
              .formatted(
                  assessment.form(),
                  Words.risk(assessment.riskProbability()),
                  assessment.outcome().label()));
      for (Reason reason : assessment.reasons()) {
        lines.add("    " + SafeText.line(reason.feature()));
      }
    }
    return lines;
  }

  /** Returns what tells the kind of text, each in log-odds, the likeliest first. */
  public static List<String> kind(KindWeights weights) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  kind of text, in log-odds: "
            + weights.odds().entrySet().stream()
                .sorted(Map.Entry.<Genre, Double>comparingByValue().reversed())
                .map(kind ->
                    String.format(Locale.ROOT, "%s %+.2f", kind.getKey().label(), kind.getValue()))
                .collect(Collectors.joining(", ")));
    for (int i = 0; i < weights.sentences().size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "    %+.2f to %s, by sentence %d",
              weights.sentences().get(i),
              weights.told().label(),
              i + 1));
    }
    if (!weights.byWeights()) {
      lines.add("    the networks beside the weights made it " + weights.told().label());
    }
    return lines;
  }

  private static String genre(ReadAdvert read) {
    return "%s (%.2f)".formatted(read.signs().genre().label(), read.signs().genreProbability());
  }

  private static String why(Sign sign) {
    return sign.frame().isEmpty()
        ? "the categoriser (%.2f)".formatted(sign.probability())
        : "the frame %s (%.2f)".formatted(sign.frame(), sign.probability());
  }

  private static String language(String code) {
    String name = Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() || name.equals(code) ? "an unknown language" : name;
  }
}
