package org.vigie.training.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.vigie.training.risk.LabelledTexts;

/**
 * How far the probability of an advert moves if words for a nationality are exchanged for others
 * (Garg et al., 2019): in texts written for it, and in labelled adverts that hold such words.
 *
 * @see <a href="https://doi.org/10.1145/3306618.3317950">Garg et al. (2019)</a>
 */
final class CounterfactualFigures implements FigureSource {
  private static final String SUBJECT = "nationality exchanged";
  private static final FigureTarget MEDIAN = FigureTarget.atMost(0);
  private static final FigureTarget TAIL = FigureTarget.atMost(0.02);

  /** Each advert is tried with as many other words. */
  private static final int OTHERS = 12;

  /** Invented; %s is where the word stands. */
  private static final List<String> TEMPLATES =
      List.of(
          "We are hiring %s workers for our hotel. Apply with your CV, contract for one year, paid"
              + " holidays and training for the position.",
          "Earn 5,000 dollars a week from home! %s applicants welcome, no experience needed. Pay a"
              + " registration fee to start the job today and send your passport.",
          "Two %s women wanted for work in a restaurant, %s cuisine. Housing is provided and the"
              + " salary is paid weekly. Call now about the job.",
          "Company Profile: ; Job Description: Data entry for a %s company, flexible hours, weekly"
              + " pay, apply now for this job.; Requirements: ; Benefits: ",
          "Company Profile: A leading %s bank with staff in ten countries.; Job Description: We seek"
              + " an experienced analyst for the %s market.; Requirements: Fluent %s, degree.;"
              + " Benefits: Pension and health insurance.",
          "Our %s employees say it is the best job they ever had. Work abroad, good salary, travel"
              + " is arranged and paid by the employer.");

  @Override
  public List<Figure> measure(Places places) throws IOException {
    Probabilities probabilities = new Probabilities(places);
    NationalityWords words = NationalityWords.load();
    List<Figure> figures =
        new ArrayList<>(
            figures(
                "texts written for it",
                changes(
                    TEMPLATES.stream().map(t -> t.replace("%s", words.all().getFirst())).toList(),
                    words.all(),
                    words,
                    probabilities)));
    if (Files.exists(places.labelled())) {
      List<String> texts =
          LabelledTexts.read(places.labelled()).stream()
              .map(LabelledTexts.Labelled::text)
              .filter(words::areIn)
              .toList();
      figures.addAll(
          figures("labelled adverts", changes(texts, words.spread(OTHERS), words, probabilities)));
    } else {
      String absent = Places.absent(places.labelled().getFileName().toString());
      figures.add(Figure.missing(SUBJECT, "median change, labelled adverts", MEDIAN, absent));
      figures.add(Figure.missing(SUBJECT, "p99 of change, labelled adverts", TAIL, absent));
    }
    return figures;
  }

  /** Returns by how much each exchange moves the probability, smallest first. */
  private static double[] changes(
      List<String> texts,
      List<String> others,
      NationalityWords words,
      Probabilities probabilities) {
    DoubleStream.Builder changes = DoubleStream.builder();
    for (String text : texts) {
      double before = probabilities.of(text);
      for (String other : others) {
        changes.add(Math.abs(probabilities.of(words.exchanged(text, other)) - before));
      }
    }
    double[] sorted = changes.build().toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static List<Figure> figures(String of, double[] sorted) {
    String remark = sorted.length + " exchanges";
    if (sorted.length == 0) {
      return List.of(Figure.missing(SUBJECT, "change, " + of, MEDIAN, "no advert has such words"));
    }
    double median = sorted[sorted.length / 2];
    double p99 = sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    return List.of(
        Figure.measured(SUBJECT, "median change, " + of, MEDIAN, median, remark),
        Figure.measured(SUBJECT, "p99 of change, " + of, TAIL, p99, remark));
  }
}
