package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** How a reader fares on texts with what they say: totals alone, never the texts. */
public final class SignFigures {
  private final List<Result> results = new ArrayList<>();

  /**
   * One text and what was read.
   *
   * @param line the text and what it says
   * @param found whether each family that it says was found, or for another text, any it speaks of
   * @param others how many families were found that it neither says nor speaks of
   * @param genre what kind of text it was taken for
   */
  private record Result(SignLine line, boolean found, int others, String genre) {}

  /**
   * Reads texts as adverts are read.
   *
   * @param declared whether the texts' language is told
   */
  public static SignFigures of(SignReader reader, List<SignLine> lines, boolean declared) {
    SignFigures figures = new SignFigures();
    for (SignLine line : lines) {
      NormalizedText text = NormalizedText.of(line.text());
      SignReading reading =
          reader.read(
              text, Words.of(text), declared ? List.of(line.language()) : List.of(), new BitSet());
      figures.add(line, reading);
    }
    return figures;
  }

  private void add(SignLine line, SignReading reading) {
    List<Family> said = reading.said().stream().map(Sign::family).distinct().toList();
    boolean found = line.families().stream().anyMatch(said::contains);
    int others = (int) said.stream().filter(family -> !line.families().contains(family)).count();
    results.add(new Result(line, found, others, reading.genre().label()));
  }

  /** Returns the share of texts that say a sign in which the right family was found. */
  public double recall() {
    return share(results.stream().filter(r -> r.line().isSaid()).toList());
  }

  /**
   * Returns of the texts for which a family was found, the share that say it: of those that say it
   * and of hard negatives, which use the same words.
   */
  public double precision() {
    long right = results.stream().filter(r -> r.line().isSaid() && r.found()).count();
    long wrong =
        results.stream().filter(r -> !r.line().isSaid() && (r.found() || r.others() > 0)).count();
    return right + wrong == 0 ? Double.NaN : (double) right / (right + wrong);
  }

  /** Returns the share of hard negatives and ordinary texts in which a family was found. */
  public double falseAlarms() {
    List<Result> not = results.stream().filter(r -> !r.line().isSaid()).toList();
    return not.stream().filter(r -> r.found() || r.others() > 0).count()
        / (double) Math.max(1, not.size());
  }

  /** Returns the share of ordinary texts, which speak of no sign, in which one was found. */
  public double falseAlarmsOfOrdinary() {
    List<Result> not = results.stream().filter(r -> r.line().families().isEmpty()).toList();
    return not.stream().filter(r -> r.others() > 0).count() / (double) Math.max(1, not.size());
  }

  /** Returns recall by a property of texts, such as their language. */
  public SortedMap<String, Double> recallBy(Function<SignLine, String> property) {
    Map<String, List<Result>> groups = new TreeMap<>();
    for (Result result : results) {
      if (result.line().isSaid()) {
        groups.computeIfAbsent(property.apply(result.line()), key -> new ArrayList<>()).add(result);
      }
    }
    SortedMap<String, Double> shares = new TreeMap<>();
    groups.forEach((key, group) -> shares.put(key, share(group)));
    return shares;
  }

  /** Returns false alarms by a property of texts that don't say a sign. */
  public SortedMap<String, Double> falseAlarmsBy(Function<SignLine, String> property) {
    Map<String, List<Result>> groups = new TreeMap<>();
    for (Result result : results) {
      if (!result.line().isSaid()) {
        groups.computeIfAbsent(property.apply(result.line()), key -> new ArrayList<>()).add(result);
      }
    }
    SortedMap<String, Double> shares = new TreeMap<>();
    groups.forEach((key, group) ->
        shares.put(
            key,
            group.stream().filter(r -> r.found() || r.others() > 0).count()
                / (double) group.size()));
    return shares;
  }

  /** Returns the mean over kinds of text of the harmonic mean of precision and recall. */
  public double genreF1() {
    double sum = 0;
    int kinds = 0;
    for (String genre : SignLine.GENRES) {
      long both = results.stream().filter(r -> is(r, genre) && r.genre().equals(genre)).count();
      long there = results.stream().filter(r -> is(r, genre)).count();
      long told = results.stream().filter(r -> r.genre().equals(genre)).count();
      if (there > 0) {
        sum += 2.0 * both / (there + told);
        kinds++;
      }
    }
    return sum / kinds;
  }

  private static boolean is(Result result, String genre) {
    return result.line().genre().equals(genre);
  }

  private static double share(List<Result> group) {
    return group.stream().filter(Result::found).count() / (double) Math.max(1, group.size());
  }

  /** Returns the number of texts. */
  public int size() {
    return results.size();
  }
}
