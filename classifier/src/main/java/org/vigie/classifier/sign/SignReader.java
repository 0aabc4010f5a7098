package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Span;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Reads what a text says: signs with what it does with them, and what kind of text it is. Never
 * changed, so that threads share it.
 *
 * <p>A short text is judged as a whole. In a longer one each sentence is judged by itself and with
 * the next one: what is said is often said in two breaths.
 */
public final class SignReader {
  /** What the manifest calls the use of its model. */
  public static final String FORM = "signs";

  /** Texts of up to so many words are judged as a whole. */
  private static final int SHORT = 70;

  /** Sentences beyond these are judged one by one. */
  private static final int MAX_SENTENCES = 200;

  /**
   * What a family's own log-odds count beside those that anything is said at all. The latter are
   * learnt from all families and languages at once, and so tell more surely what a text denies,
   * asks or reports.
   */
  private static final double OF_FAMILY = 0.3;

  private static final double OF_SAYING = 1.5;

  /**
   * A family so much less likely than the likeliest, in log-odds, is not what is said: that
   * something is said makes all of them more probable.
   */
  private static final double MARGIN = 2;

  /**
   * What a frame of {@link Family#CHILD} adds: rather one advert too many takes the minor-risk
   * route than one too few.
   */
  private static final double CHILD_FRAME = 3;

  private final SignSampler sampler;
  private final @Nullable SignModel model;
  private final int[] families;
  private final int[] stances;
  private final int said;
  private final int[] genres;

  private SignReader(SignSampler sampler, @Nullable SignModel model) {
    this.sampler = sampler;
    this.model = model;
    this.families =
        Arrays.stream(Family.values()).mapToInt(f -> place(model, "family:" + f.label())).toArray();
    this.said = place(model, "said");
    this.stances =
        Arrays.stream(Polarity.values())
            .mapToInt(p -> place(model, "stance:" + p.label()))
            .toArray();
    this.genres =
        Arrays.stream(Genre.values()).mapToInt(g -> place(model, "genre:" + g.label())).toArray();
  }

  private static int place(@Nullable SignModel model, String name) {
    return model == null ? -1 : model.outcome(name);
  }

  /**
   * Reads concepts, frames and the model in use of a models folder.
   *
   * @throws IllegalArgumentException if a file says what it must not, or is not the listed one
   */
  public static SignReader load(Path models) throws IOException {
    SignSampler sampler = SignSampler.load(models);
    if (!Files.exists(models.resolve(Manifest.NAME))) {
      return new SignReader(sampler, null);
    }
    Manifest manifest = Manifest.read(models);
    String name = manifest.active().get(FORM);
    if (name == null) {
      return new SignReader(sampler, null);
    }
    manifest.requireUnaltered(models, name);
    return new SignReader(sampler, SignModel.read(models.resolve(name)));
  }

  /** Returns a reader that asks a model which stands in no folder yet. */
  public static SignReader of(SignSampler sampler, SignModel model) {
    return new SignReader(sampler, model);
  }

  /** Returns the codes of the languages that have concepts. */
  public List<String> languages() {
    return sampler.concepts().languages();
  }

  /** A stretch of sentences that is judged together. */
  private record Unit(int first, int last, int[] sums) {}

  /**
   * Reads a text.
   *
   * @param words the words of {@code text}
   * @param likely codes of the languages that it is declared or held to be in
   * @param masked indices of words for protected attributes, by which nothing is told
   */
  public SignReading read(
      NormalizedText text, List<Word> words, List<String> likely, BitSet masked) {
    SignSampler.Read read = sampler.read(text, words, likely, masked);
    List<SignReading.Concept> concepts = concepts(read);
    ConceptReading reading = read.reading();
    if (model == null) {
      return new SignReading(
          List.of(),
          Genre.OTHER,
          0.5,
          reading.language(),
          reading.explained(),
          reading.text().words(),
          concepts);
    }
    int[][] bySentence = sums(read, model);
    int[] whole = new int[model.outcomes().size()];
    for (int[] sums : bySentence) {
      addTo(whole, sums);
    }
    int genre = best(genres, whole, model);
    return new SignReading(
        signs(read, units(read, bySentence, whole), model),
        Genre.values()[genre],
        share(genres, genre, whole, model),
        reading.language(),
        reading.explained(),
        reading.text().words(),
        concepts);
  }

  private static int[][] sums(SignSampler.Read read, SignModel model) {
    int[][] sums = new int[read.sentences().size()][model.outcomes().size()];
    for (int i = 0; i < sums.length; i++) {
      model.add(read.sentences().get(i).all(), sums[i]);
    }
    return sums;
  }

  private static List<Unit> units(SignSampler.Read read, int[][] bySentence, int[] whole) {
    int count = bySentence.length;
    if (read.reading().text().words() <= SHORT) {
      return List.of(new Unit(0, count - 1, whole));
    }
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      units.add(new Unit(i, i, bySentence[i]));
      if (i + 1 < count && i < MAX_SENTENCES) {
        int[] pair = bySentence[i].clone();
        addTo(pair, bySentence[i + 1]);
        units.add(new Unit(i, i + 1, pair));
      }
    }
    return units;
  }

  private static void addTo(int[] sums, int[] more) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += more[k];
    }
  }

  private List<Sign> signs(SignSampler.Read read, List<Unit> units, SignModel model) {
    Map<String, Sign> signs = new TreeMap<>();
    Map<Family, Boolean> done = new EnumMap<>(Family.class);
    Unit[] best = new Unit[families.length];
    double[] most = new double[families.length];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (Unit unit : units) {
      double likeliest = likeliest(unit, model);
      for (Family family : Family.values()) {
        int k = family.ordinal();
        if (families[k] < 0 || model.logOdds(families[k], unit.sums()) < likeliest - MARGIN) {
          continue;
        }
        double odds = said(model, families[k], unit) + byFrame(read, unit, family);
        if (odds > most[k]) {
          most[k] = odds;
          best[k] = unit;
        }
      }
    }
    for (Family family : Family.values()) {
      int k = family.ordinal();
      if (best[k] != null && most[k] >= logit(model.thresholds()[families[k]])) {
        add(signs, read, best[k], family, Polarity.SAID, SignModel.probability(most[k]));
        done.put(family, true);
      }
    }
    addNotSaid(signs, read, units, done, model);
    return List.copyOf(signs.values());
  }

  private double likeliest(Unit unit, SignModel model) {
    double most = Double.NEGATIVE_INFINITY;
    for (int outcome : families) {
      most = outcome < 0 ? most : Math.max(most, model.logOdds(outcome, unit.sums()));
    }
    return most;
  }

  private static double byFrame(SignSampler.Read read, Unit unit, Family family) {
    if (family != Family.CHILD) {
      return 0;
    }
    boolean any =
        findings(read, unit).stream()
            .anyMatch(finding ->
                !finding.denied()
                    && Family.ofRow(finding.frame().row()).filter(f -> f == family).isPresent());
    return any ? CHILD_FRAME : 0;
  }

  /**
   * What a frame finds and the categoriser doesn't believe is told with what the text does with it.
   */
  private void addNotSaid(
      Map<String, Sign> signs,
      SignSampler.Read read,
      List<Unit> units,
      Map<Family, Boolean> done,
      SignModel model) {
    for (Unit unit : units) {
      for (Frames.Finding finding : findings(read, unit)) {
        Optional<Family> family = Family.ofRow(finding.frame().row());
        if (family.isEmpty() || done.containsKey(family.get())) {
          continue;
        }
        int stance = best(stances, unit.sums(), model);
        Polarity polarity = Polarity.values()[stance];
        if (finding.denied()) {
          polarity = Polarity.DENIED;
        }
        if (polarity != Polarity.SAID) {
          double odds = said(model, families[family.get().ordinal()], unit);
          signs.putIfAbsent(
              finding.frame().row(),
              sign(read, finding, family.get(), polarity, SignModel.probability(odds)));
        }
      }
    }
  }

  /** Returns the log-odds that a stretch says a family. */
  private double said(SignModel model, int family, Unit unit) {
    return OF_FAMILY * model.logOdds(family, unit.sums())
        + (said < 0 ? 0 : OF_SAYING * model.logOdds(said, unit.sums()));
  }

  /** Adds the rows of a family that frames say in a stretch, or its main row. */
  private void add(
      Map<String, Sign> signs,
      SignSampler.Read read,
      Unit unit,
      Family family,
      Polarity polarity,
      double probability) {
    boolean any = false;
    for (int i = unit.first(); i <= unit.last(); i++) {
      for (Frames.Finding finding : read.sentences().get(i).findings()) {
        Optional<Family> of = Family.ofRow(finding.frame().row());
        if (!finding.denied() && of.isPresent() && of.get() == family) {
          any |= family.rows().contains(finding.frame().row());
          signs.put(finding.frame().row(), sign(read, finding, family, polarity, probability));
        }
      }
    }
    if (!any) {
      signs.put(
          family.mainRow(),
          new Sign(
              family.mainRow(),
              family,
              polarity,
              spans(read, unit),
              names(read, unit),
              probability,
              ""));
    }
  }

  private Sign sign(
      SignSampler.Read read,
      Frames.Finding finding,
      Family family,
      Polarity polarity,
      double probability) {
    List<Span> spans = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ConceptHit hit : finding.hits()) {
      Span span = read.reading().text().span(hit.first(), hit.last());
      if (spans.isEmpty() || span.start() >= spans.getLast().end()) {
        spans.add(span);
      }
      names.add(sampler.concepts().names().get(hit.concept()));
    }
    return new Sign(
        finding.frame().row(), family, polarity, spans, names, probability, finding.frame().name());
  }

  private List<Span> spans(SignSampler.Read read, Unit unit) {
    List<SignText.Token> tokens = read.reading().text().tokens();
    int first = -1;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int sentence = tokens.get(i).sentence();
      if (sentence >= unit.first() && sentence <= unit.last()) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? List.of() : List.of(read.reading().text().span(first, last));
  }

  private List<String> names(SignSampler.Read read, Unit unit) {
    List<String> names = new ArrayList<>();
    for (int i = unit.first(); i <= unit.last(); i++) {
      for (ConceptHit hit : read.sentences().get(i).hits()) {
        names.add(sampler.concepts().names().get(hit.concept()));
      }
    }
    return names.stream().distinct().toList();
  }

  private List<SignReading.Concept> concepts(SignSampler.Read read) {
    List<SignReading.Concept> concepts = new ArrayList<>();
    for (List<ConceptHit> hits : read.reading().bySentence()) {
      for (ConceptHit hit : hits) {
        concepts.add(
            new SignReading.Concept(
                sampler.concepts().names().get(hit.concept()),
                read.reading().text().span(hit.first(), hit.last()),
                hit.sentence()));
      }
    }
    return concepts;
  }

  private static int best(int[] outcomes, int[] sums, SignModel model) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < outcomes.length; i++) {
      double odds = outcomes[i] < 0 ? -1e9 : model.logOdds(outcomes[i], sums);
      if (odds > most) {
        most = odds;
        best = i;
      }
    }
    return best;
  }

  private static double share(int[] outcomes, int at, int[] sums, SignModel model) {
    double all = 0;
    double one = 0;
    for (int i = 0; i < outcomes.length; i++) {
      double probability =
          outcomes[i] < 0 ? 0 : SignModel.probability(model.logOdds(outcomes[i], sums));
      all += probability;
      one = i == at ? probability : one;
    }
    return all == 0 ? 0 : one / all;
  }

  private static List<Frames.Finding> findings(SignSampler.Read read, Unit unit) {
    List<Frames.Finding> findings = new ArrayList<>();
    for (int i = unit.first(); i <= unit.last(); i++) {
      findings.addAll(read.sentences().get(i).findings());
    }
    return findings;
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
