package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.vigie.training.risk.HalfModel;

/**
 * How many risky adverts are still called so after their text was disguised, by a model trained on
 * half of the campaigns, in adverts of the other half.
 */
final class EvasionFigures implements FigureSource {
  private static final String SUBJECT = "evasion";
  private static final FigureTarget DROP = FigureTarget.atMost(3);
  private static final long SEED = 20_261_124L;

  /** A form of text whose headings must stay as they are: only what stands between is disguised. */
  private static final String HEADINGS =
      "Company Profile:|; Job Description:|; Requirements:|; Benefits:";

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>();
    Map<String, BiFunction<String, Random, String>> disguises = TextDisguises.all();
    if (!Files.exists(places.labelled())) {
      String absent = Places.absent(places.labelled().getFileName().toString());
      return List.of(Figure.missing(SUBJECT, "points of recall lost", DROP, absent));
    }
    HalfModel model = HalfModel.of(places.models(), places.labelled());
    List<String> risky = model.riskyOfOtherHalf();
    long before = risky.stream().filter(model::isCalledRisky).count();
    double lost = 0;
    for (var disguise : disguises.entrySet()) {
      Random random = new Random(SEED);
      long after =
          risky.stream()
              .map(text -> disguised(text, disguise.getValue(), random))
              .filter(model::isCalledRisky)
              .count();
      double drop = 100.0 * (before - after) / risky.size();
      lost += drop / disguises.size();
      figures.add(
          Figure.measured(
              SUBJECT,
              "points of recall lost: " + disguise.getKey(),
              DROP,
              drop,
              "%d of %d called before, %d after".formatted(before, risky.size(), after)));
    }
    figures.add(
        Figure.measured(
            SUBJECT,
            "points of recall lost: mean",
            DROP,
            lost,
            "over all disguises, on adverts not trained on"));
    return figures;
  }

  private static String disguised(
      String text, BiFunction<String, Random, String> disguise, Random random) {
    StringBuilder out = new StringBuilder();
    for (String part : text.splitWithDelimiters(HEADINGS, 0)) {
      out.append(part.matches(HEADINGS) ? part : disguise.apply(part, random));
    }
    return out.toString();
  }
}
