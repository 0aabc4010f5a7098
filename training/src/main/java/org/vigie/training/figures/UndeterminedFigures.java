package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Outcome;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.training.risk.LabelledTexts;

/** Of how many job offers that others published nothing is said but that it is undetermined. */
final class UndeterminedFigures implements FigureSource {
  private static final FigureTarget TARGET = FigureTarget.atMost(0.25);
  private static final Map<String, String> COUNTRIES =
      new TreeMap<>(
          Map.of(
              "classifieds_ie_dev.jsonl.gz", "IE",
              "emscad_dev.jsonl.gz", "US",
              "poland_1k.jsonl.gz", "PL"));

  @Override
  public List<Figure> measure(Places places) throws IOException {
    AdvertAssessor assessor = AdvertAssessor.load(places.models(), places.model());
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, String> file : COUNTRIES.entrySet()) {
      figures.add(
          figure(
              file.getKey(),
              places.labelled().resolveSibling(file.getKey()),
              file.getValue(),
              assessor));
    }
    return figures;
  }

  private static Figure figure(String file, Path path, String country, AdvertAssessor assessor)
      throws IOException {
    String name = "share of offers in " + file + " that are undetermined";
    if (!Files.exists(path)) {
      return Figure.missing("outcomes", name, TARGET, Places.absent(file));
    }
    Map<String, Integer> counted = new TreeMap<>();
    int all = 0;
    for (LabelledTexts.Labelled one : LabelledTexts.read(path)) {
      if (!one.risk()) {
        Advert advert =
            Advert.builder(Channel.JOB_BOARD, "figures", Instant.EPOCH)
                .country(country)
                .body(one.text())
                .build();
        counted.merge(assessor.assess(advert).outcome(), 1, Integer::sum);
        all++;
      }
    }
    int undetermined = counted.getOrDefault(Outcome.UNDETERMINED.label(), 0);
    return Figure.measured(
        "outcomes", name, TARGET, (double) undetermined / all, "of " + all + ": " + counted);
  }
}
