package org.vigie.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.training.evaluation.AlertsPerDay;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;
import org.vigie.training.evaluation.Weighted;

/** What page and terminal show of eight adverts whose figures can be reckoned by hand. */
class EvaluationPageTest {
  private static final EvaluationView VIEW =
      new EvaluationView(
          new Evaluation(
              "risk-x-1",
              "labelled.jsonl",
              "as it is",
              List.of(
                  new ScoredSet(
                      List.of(
                          scored("a", "en", true, 0.9),
                          scored("b", "en", true, 0.7),
                          scored("c", "fr", true, 0.3),
                          scored("d", "en", false, 0.8),
                          scored("e", "en", false, 0.25),
                          scored("f", "en", false, 0.1),
                          scored("g", "fr", false, 0.1),
                          scored("h", "fr", false, 0.25)))),
              List.of(new Weighted("word 'fee'", 1.5), new Weighted("indicator RC-06", 0.75))),
          new AlertsPerDay(1_000, 0.01),
          1);

  @TempDir private Path folder;
  private Document page = new Document("");

  @BeforeEach
  void write() throws IOException {
    page = Jsoup.parse(EvaluationPage.write(VIEW, folder).getFirst().toFile());
  }

  @Test
  void showsEachFigureWithItsInterval() {
    List<List<String>> rows = table("Figures (intervals: campaigns drawn anew 1000 times)");

    assertThat(rows)
        .extracting(row -> row.subList(0, 3))
        .containsExactly(
            List.of("average precision", "0.806", "0.806"),
            List.of("F1", "0.667", "0.667"),
            List.of("Brier score", "0.172", "0.172"),
            List.of("calibration error", "0.325", "0.325"));
    for (List<String> row : rows) {
      String[] ends = row.get(3).split(" to ");
      double value = Double.parseDouble(row.get(2));
      assertThat(Double.parseDouble(ends[0])).as(row.getFirst()).isLessThan(value);
      assertThat(Double.parseDouble(ends[1])).as(row.getFirst()).isGreaterThan(value);
    }
  }

  @Test
  void tellsWhatWasCaughtAndMissedInEachLanguage() {
    assertThat(table("Confusion by language"))
        .containsExactly(
            List.of("en", "2", "0", "1", "2", "0.800"), List.of("fr", "0", "1", "0", "2", "0.000"));
  }

  @Test
  void holdsProbabilitiesAgainstWhatWasRisky() {
    assertThat(table("Reliability"))
        .containsExactly(
            List.of("0.100", "0.000", "2"),
            List.of("0.250", "0.000", "2"),
            List.of("0.300", "1.000", "1"),
            List.of("0.700", "1.000", "1"),
            List.of("0.800", "0.000", "1"),
            List.of("0.900", "1.000", "1"));
  }

  @Test
  void tellsHowManyAlertsADayEachThresholdWouldMake() {
    assertThat(table("Threshold against alerts a day (1000 adverts, a share of 0.01 risky)"))
        .contains(
            List.of("0.10", "0.375", "1.000", "1.000", "1000.0"),
            List.of("0.50", "0.667", "0.667", "0.200", "204.7"),
            List.of("0.90", "1.000", "0.333", "0.000", "3.3"));
  }

  @Test
  void listsTheHeaviestFeaturesAndTheWorstMistakesWithoutAnyText() {
    assertThat(table("Most weighted features"))
        .containsExactly(List.of("1.500", "word 'fee'"), List.of("0.750", "indicator RC-06"));
    assertThat(table("Worst mistakes (ids, no text)"))
        .startsWith(
            List.of("0.800", "ordinary", "campaign d", "d"),
            List.of("0.300", "risky", "campaign c", "c"),
            List.of("0.700", "risky", "campaign b", "b"));
  }

  @Test
  void drawsTheCurvesOfTheTables() {
    List<Element> drawings = page.select("img");
    assertThat(drawings)
        .extracting(image -> image.attr("alt"))
        .containsExactly("precision-recall", "reliability", "alerts-per-day");

    assertThat(points(drawings.get(0))).hasSize(6).startsWith("197.3,36.0").endsWith("464.0,208.5");
    assertThat(points(drawings.get(1))).hasSize(6).startsWith("104.0,312.0").endsWith("424.0,36.0");
    assertThat(points(drawings.get(2))).hasSize(6).startsWith("424.0,311.1").endsWith("104.0,36.0");
    assertThat(svg(drawings.get(1)).select("circle")).hasSize(6);
  }

  @Test
  void saysOnTheTerminalWhatThePageSays() {
    List<String> lines =
        VIEW.lines().stream().map(line -> line.strip().replaceAll(" {2,}", " ")).toList();

    for (Element title : page.select("h2")) {
      assertThat(lines).contains(title.text());
    }
    assertThat(page.select("tr"))
        .hasSizeGreaterThan(30)
        .allSatisfy(row -> assertThat(lines).contains(String.join(" ", row.children().eachText())));
    assertThat(lines.getFirst()).contains("8 adverts, 3 labelled as risky");
  }

  @Test
  void saysThatNoFigureIsOfTrafficking() {
    assertThat(page.text()).contains("No figure here is the accuracy of finding trafficking");
  }

  /** Returns the rows under a heading, less the names of the columns. */
  private List<List<String>> table(String title) {
    return page.select("h2").stream()
        .filter(heading -> heading.text().equals(title))
        .map(Element::nextElementSibling)
        .filter(Objects::nonNull)
        .flatMap(table -> table.select("tr").stream().skip(1))
        .map(row -> row.children().eachText())
        .toList();
  }

  private static List<String> points(Element image) {
    return List.of(svg(image).select("polyline.line").attr("points").split(" "));
  }

  private static Document svg(Element image) {
    String data = image.attr("src").replace("data:image/svg+xml;base64,", "");
    byte[] bytes = Base64.getDecoder().decode(data);
    return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), Parser.xmlParser());
  }

  private static Scored scored(String id, String language, boolean risk, double probability) {
    return new Scored(id, "campaign " + id, language, risk, 0, probability, probability >= 0.5);
  }
}
