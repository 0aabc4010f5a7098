package org.vigie.training.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Genre;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.sign.Family;
import org.vigie.training.evaluation.Metrics;

/** The figures of a reader of signs as a page of Markdown: totals alone, never a text. */
public final class SignTable {
  private static final int IN_A_ROW = 7;

  /** The twenty languages in which most is asked. */
  private static final Set<String> MAIN =
      Set.of("en fr de es pt it nl pl cs sk hu ro bg el ru uk sr sq tr ar".split(" "));

  /** Kinds of text in which what is said is told of, to warn or to report. */
  private static final Set<String> EDUCATES = Set.of(Genre.WARNING.label(), Genre.NEWS.label());

  private static final Set<String> OFFERS = Set.of(Genre.OFFER.label());

  /** When texts that state a year of birth were written. */
  private static final Instant WRITTEN = Instant.parse("2026-12-01T00:00:00Z");

  private SignTable() {}

  /** Returns the lines of the page below its heading. */
  public static List<String> of(SignFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add("| what | measured | aim |");
    lines.add("|---|---:|---:|");
    lines.add("| texts | " + figures.size() + " | 1500 |");
    lines.add(row("the right family is found where a sign is said", figures.recall(), "0.80"));
    lines.add(
        row(
            "the same in the twenty main languages",
            figures.recallWhere(line -> MAIN.contains(line.language())),
            "0.85"));
    lines.add(
        least("family", figures.recallBy(line -> line.families().getFirst().label()), "0.70"));
    lines.add(least("style", figures.recallBy(SignLine::style), "0.65"));
    lines.add(least("language", figures.recallBy(SignLine::language), "0.60"));
    lines.add(row("precision on hard negatives", figures.precision(), "0.95"));
    lines.add(row("further families found, a text that says a sign", figures.strangers(), ""));
    lines.add(
        row("false alarms on texts without any sign", figures.falseAlarmsOfOrdinary(), "0.01"));
    lines.add(row("kind of text, macro-F1", figures.genreF1(), "0.90"));
    addGroup(lines, "family", figures.recallBy(line -> line.families().getFirst().label()));
    addGroup(lines, "style", figures.recallBy(SignLine::style));
    addGroup(lines, "language", figures.recallBy(SignLine::language));
    addGroup(lines, "what a text does: false alarms", figures.falseAlarmsBy(SignTable::stance));
    addGroup(lines, "kind of text: F1", figures.genreF1s());
    return lines;
  }

  /**
   * Returns the lines about how well the risk of an advert tells texts that say a sign from those
   * that don't. Texts about a child that changes hands are left out: they are quarantined, never
   * scored.
   */
  public static List<String> ofRisk(AdvertAssessor assessor, List<SignLine> texts) {
    List<SignLine> scored =
        texts.stream().filter(line -> !line.families().contains(Family.CHILD)).toList();
    double[] risks = new double[scored.size()];
    boolean[] said = new boolean[scored.size()];
    for (int i = 0; i < risks.length; i++) {
      risks[i] = highestRisk(assessor, scored.get(i).text(), i);
      said[i] = scored.get(i).isSaid();
    }
    return List.of(
        "",
        "| what risk tells | measured | aim |",
        "|---|---:|---:|",
        row(
            "said from not said, area under the curve (children's texts aside)",
            Metrics.areaUnderRoc(risks, said),
            "0.95"),
        called("warnings and news", assessor, scored, EDUCATES::contains, "0.01"),
        called("offers that say no sign", assessor, scored, OFFERS::contains, "0.01"));
  }

  /** Returns the line about how many texts of some kinds that say no sign are called risky. */
  private static String called(
      String what,
      AdvertAssessor assessor,
      List<SignLine> texts,
      Predicate<String> kinds,
      String aim) {
    List<SignLine> some =
        texts.stream().filter(line -> !line.isSaid() && kinds.test(line.genre())).toList();
    long called =
        IntStream.range(0, some.size())
            .filter(i ->
                assessor.assess(advert(some.get(i).text(), i)).assessments().stream()
                    .anyMatch(assessment -> assessment.outcome() == Outcome.RISK))
            .count();
    return row(
        "of " + some.size() + " " + what + " called risky", (double) called / some.size(), aim);
  }

  /**
   * Returns the lines about which texts take the minor-risk route: all that give or seek a child
   * should, and none that only uses the same words, or states the age of a car or a firm.
   */
  public static List<String> ofTransfers(AdvertAssessor assessor, List<SignLine> texts) {
    List<SignLine> said = texts.stream().filter(SignLine::isSaid).toList();
    List<SignLine> harmless = texts.stream().filter(line -> !line.isSaid()).toList();
    return List.of(
        "",
        "| what takes the minor-risk route | texts | share | aim |",
        "|---|---:|---:|---:|",
        ofQuarantined("give or seek a child", assessor, said, "1.00"),
        ofQuarantined("harmless, with the same words or ages", assessor, harmless, ""));
  }

  private static String ofQuarantined(
      String what, AdvertAssessor assessor, List<SignLine> texts, String aim) {
    long quarantined =
        IntStream.range(0, texts.size())
            .filter(i -> assessor.assess(advert(texts.get(i).text(), i)).minorRisk())
            .count();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %s |",
        what,
        texts.size(),
        (double) quarantined / texts.size(),
        aim);
  }

  private static double highestRisk(AdvertAssessor assessor, String text, int number) {
    return assessor.assess(advert(text, number)).assessments().stream()
        .mapToDouble(Assessment::riskProbability)
        .max()
        .orElse(0);
  }

  private static Advert advert(String text, int number) {
    return Advert.builder(Channel.FILE, "texts", WRITTEN)
        .sourceId(Integer.toString(number))
        .body(text)
        .build();
  }

  /**
   * Returns the lines about textbook sentences that are each said in other ways.
   *
   * @param rungs how they are said → figures of those sentences
   * @param near figures of sentences with the same words that say no sign
   */
  public static List<String> ofLadder(Map<String, SignFigures> rungs, SignFigures near) {
    List<String> lines = new ArrayList<>();
    SortedMap<String, Double> shares = new TreeMap<>();
    rungs.forEach((rung, figures) -> shares.put(rung, figures.recall()));
    shares.put("nearly the same words, no sign: one is found", near.falseAlarms());
    addGroup(lines, "how a textbook sentence is turned", shares);
    return lines;
  }

  private static String stance(SignLine line) {
    return line.families().isEmpty() ? "no sign" : line.stance();
  }

  private static String row(String what, double value, String aim) {
    return String.format(Locale.ROOT, "| %s | %.2f | %s |", what, value, aim);
  }

  private static String least(String name, SortedMap<String, Double> group, String aim) {
    return group.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(e -> row("the same in the worst " + name + ": " + e.getKey(), e.getValue(), aim))
        .orElseThrow();
  }

  /** Writes several entries in a row, as there are many. */
  private static void addGroup(List<String> lines, String name, SortedMap<String, Double> group) {
    List<String> cells =
        group.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue()))
            .toList();
    lines.add("");
    lines.add("| share by " + name + " |" + " |".repeat(IN_A_ROW - 1));
    lines.add("|---:".repeat(IN_A_ROW) + "|");
    for (int i = 0; i < cells.size(); i += IN_A_ROW) {
      List<String> row = cells.subList(i, Math.min(cells.size(), i + IN_A_ROW));
      lines.add("| " + String.join(" | ", row) + " |" + " |".repeat(IN_A_ROW - row.size()));
    }
  }
}
