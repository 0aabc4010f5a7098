package org.vigie.training.figures;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.vigie.advert.Advert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.registry.Manifest;
import org.vigie.training.risk.FormEvaluation;
import org.vigie.training.risk.FormExample;

/**
 * How many invented risky adverts, of wording that wasn't trained on, the models of forms beside
 * recruitment still call so after their text was disguised. The whole assessment is asked, so that
 * an advert whose gate a disguise closes is lost as well.
 */
final class FormEvasionFigures implements FigureSource {
  private static final String SUBJECT = "evasion";
  private static final FigureTarget DROP = FigureTarget.atMost(3);
  private static final long SEED = 20_261_126L;

  private final FormFigures.Examples examples;

  FormEvasionFigures(FormFigures.Examples examples) {
    this.examples = examples;
  }

  @Override
  public List<Figure> measure(Places places) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(places.models(), places.model());
    SortedMap<String, String> active = Manifest.read(places.models()).active();
    List<Figure> figures = new ArrayList<>();
    for (String form : Assessment.FORMS) {
      if (active.containsKey(form) && FormEvaluation.covers(places.models(), form)) {
        figures.addAll(figures(form, risky(form, places), assessor));
      }
    }
    return figures;
  }

  private List<String> risky(String form, Places places) throws IOException {
    return examples.of(form, places.models()).stream()
        .filter(example -> example.heldOut() && example.truth() == Outcome.RISK)
        .map(FormExample::text)
        .toList();
  }

  private static List<Figure> figures(String form, List<String> risky, AdvertAssessor assessor) {
    long before = called(form, risky, assessor);
    SortedMap<String, Double> lost = new TreeMap<>();
    for (Map.Entry<String, BiFunction<String, Random, String>> disguise :
        TextDisguises.all().entrySet()) {
      Random random = new Random(SEED);
      List<String> disguised =
          risky.stream().map(text -> disguise.getValue().apply(text, random)).toList();
      long after = called(form, disguised, assessor);
      lost.put(disguise.getKey(), 100.0 * (before - after) / Math.max(1, risky.size()));
    }
    String worst =
        lost.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    double mean = lost.values().stream().mapToDouble(points -> points).average().orElse(0);
    String remark =
        "%d of %d invented adverts of other wording called before".formatted(before, risky.size());
    return List.of(
        Figure.measured(
            SUBJECT,
            "points of recall lost, %s: the worst of %d".formatted(form, lost.size()),
            DROP,
            lost.getOrDefault(worst, 0.0),
            remark + "; " + inWords(lost)),
        Figure.measured(
            SUBJECT, "points of recall lost, %s: mean".formatted(form), DROP, mean, remark));
  }

  private static String inWords(SortedMap<String, Double> lost) {
    List<String> words = new ArrayList<>();
    lost.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry ->
            words.add(String.format(Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue())));
    return String.join(", ", words);
  }

  private static long called(String form, List<String> texts, AdvertAssessor assessor) {
    return texts.stream().filter(text -> isCalled(form, text, assessor)).count();
  }

  private static boolean isCalled(String form, String text, AdvertAssessor assessor) {
    Advert advert = Advert.builder(Channel.FILE, "figures", Instant.EPOCH).body(text).build();
    return assessor.assess(advert).assessments().stream()
        .anyMatch(made -> made.form().equals(form) && made.outcome() == Outcome.RISK);
  }
}
