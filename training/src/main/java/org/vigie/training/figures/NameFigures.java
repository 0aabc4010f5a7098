package org.vigie.training.figures;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.vigie.training.name.HandWrittenNames;
import org.vigie.training.name.NameScore;

/** How many names of persons are found in sentences that changed nothing of the finder. */
final class NameFigures implements FigureSource {
  private static final FigureTarget F1 = FigureTarget.atLeast(0.75);

  @Override
  public List<Figure> measure(Places places) throws IOException {
    NameScore score = HandWrittenNames.score(places.models());
    return List.of(
        Figure.measured(
            "names of persons",
            "span F1, sentences written by hand",
            F1,
            score.f1(),
            String.format(
                Locale.ROOT,
                "%d names in 19 languages, precision %.3f, recall %.3f; in adverts of work firms are taken"
                    + " for persons",
                score.labelled(),
                score.precision(),
                score.recall())));
  }
}
