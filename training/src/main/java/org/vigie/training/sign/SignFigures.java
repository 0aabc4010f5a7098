package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** How a reader fares on texts with what they say: totals alone, never the texts. */
public final class SignFigures {
  /** No sign is held to be surer, so that its log-odds are a number. */
  private static final double MOST = 1 - 1e-6;

  private final List<Result> results;

  private SignFigures(List<Result> results) {
    this.results = results;
  }

  /**
   * One text and what was read.
   *
   * @param line the text and what it says
   * @param said the families that were read as said, with the probability of each
   * @param genre what kind of text it was taken for
   */
  private record Result(SignLine line, Map<Family, Double> said, String genre) {
    /** Returns whether a family that it says was found, or for another text, any it speaks of. */
    boolean found() {
      return line.families().stream().anyMatch(said::containsKey);
    }

    /** Returns how many families were found that it neither says nor speaks of. */
    int others() {
      return (int) said.keySet().stream().filter(f -> !line.families().contains(f)).count();
    }

    Result at(ToDoubleFunction<Family> least) {
      Map<Family, Double> believed = new EnumMap<>(Family.class);
      said.forEach((family, probability) -> {
        if (probability >= least.applyAsDouble(family)) {
          believed.put(family, probability);
        }
      });
      return new Result(line, believed, genre);
    }
  }

  /**
   * Returns the figures of a reader that believes what it finds from a probability on; the reader's
   * model tells probabilities as it gives them, not how often it is right.
   *
   * @param least the probability for each family
   */
  SignFigures at(ToDoubleFunction<Family> least) {
    return new SignFigures(results.stream().map(result -> result.at(least)).toList());
  }

  /** Returns the figures of the texts of several. */
  static SignFigures together(List<SignFigures> several) {
    return new SignFigures(several.stream().flatMap(f -> f.results.stream()).toList());
  }

  /**
   * Reads texts as adverts are read.
   *
   * @param declared whether the texts' language is told
   */
  public static SignFigures of(SignReader reader, List<SignLine> lines, boolean declared) {
    return new SignFigures(
        lines.parallelStream().map(line -> result(reader, line, declared)).toList());
  }

  private static Result result(SignReader reader, SignLine line, boolean declared) {
    NormalizedText text = NormalizedText.of(line.text());
    SignReading reading =
        reader.read(
            text, Words.of(text), declared ? List.of(line.language()) : List.of(), new BitSet());
    Map<Family, Double> said = new EnumMap<>(Family.class);
    for (Sign sign : reading.said()) {
      said.merge(sign.family(), sign.probability(), Math::max);
    }
    return new Result(line, said, reading.genre().label());
  }

  /** Returns the share of texts that say a sign in which the right family was found. */
  public double recall() {
    return share(results.stream().filter(r -> r.line().isSaid()).toList());
  }

  /** Returns the same of some of the texts. */
  public double recallWhere(Predicate<SignLine> some) {
    return share(results.stream().filter(r -> r.line().isSaid() && some.test(r.line())).toList());
  }

  /**
   * Returns the precision on hard negatives: of the texts in which a family was found that is said,
   * and of those that say none but in which one was found, the share of the former. A text that
   * says a sign and in which only another is found is in neither; {@link #strangers} counts it.
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

  /** Returns how many families were found for each text that says a sign and are not its own. */
  public double strangers() {
    List<Result> said = results.stream().filter(r -> r.line().isSaid()).toList();
    return said.stream().mapToInt(Result::others).sum() / (double) Math.max(1, said.size());
  }

  /** Returns in how many texts of each language that say a sign the right family was found. */
  public SignRecall recallByLanguage() {
    SortedMap<String, SignRecall.Count> counts = new TreeMap<>();
    for (Result result : results) {
      if (result.line().isSaid()) {
        SignRecall.Count one = new SignRecall.Count(result.found() ? 1 : 0, 1);
        counts.merge(result.line().language(), one, SignRecall.Count::plus);
      }
    }
    return new SignRecall(counts);
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
    return genreF1s().values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** Returns the harmonic mean of precision and recall of each kind of text that is there. */
  public SortedMap<String, Double> genreF1s() {
    SortedMap<String, Double> all = new TreeMap<>();
    for (String genre : SignLine.GENRES) {
      long both = results.stream().filter(r -> is(r, genre) && r.genre().equals(genre)).count();
      long there = results.stream().filter(r -> is(r, genre)).count();
      long told = results.stream().filter(r -> r.genre().equals(genre)).count();
      if (there > 0) {
        all.put(genre, 2.0 * both / (there + told));
      }
    }
    return all;
  }

  private static boolean is(Result result, String genre) {
    return result.line().genre().equals(genre);
  }

  private static double share(List<Result> group) {
    return group.stream().filter(Result::found).count() / (double) Math.max(1, group.size());
  }

  /** Returns each sign that was believed, and whether its text says it. */
  List<Rightness.Believed> believed() {
    List<Rightness.Believed> believed = new ArrayList<>();
    for (Result result : results) {
      result
          .said()
          .forEach((family, probability) ->
              believed.add(
                  new Rightness.Believed(
                      odds(Math.min(MOST, probability)), result.line().says(family))));
    }
    return believed;
  }

  private static double odds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  /** Returns the number of texts. */
  public int size() {
    return results.size();
  }
}
