package org.vigie.training.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignSampler;
import org.vigie.classifier.sign.StackedInputs;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * The training of the categorisers of signs: on invented texts of several authors and on ordinary
 * texts of elsewhere, measured on authors whose sentences it has not seen.
 */
public final class SignTraining {
  /**
   * The precision on hard negatives that is asked for, where most texts that say no sign were
   * written to mislead. With more, too little is found; with less, an analyst reads too much for
   * nothing.
   */
  private static final double PRECISION = 0.91;

  /** Of a child's sign less: rather one advert too many takes the minor-risk route. */
  private static final double PRECISION_OF_CHILD = 0.85;

  /** Of a text of few words so much less is asked, in log-odds. */
  private static final float ALLOWANCE = 0.7f;

  /**
   * Of a strong sign of control so much less: who says it may need help, and a campaign calls for
   * an alert by what several adverts say.
   */
  private static final double ALLOWANCE_OF_CONTROL = 0.4;

  private static final float LEAST = 0.05f;
  private static final float MOST = 0.99f;

  /** So many authors are left out together: one at a time takes twice as long. */
  private static final int LEFT_OUT = 2;

  /** Two models are learnt at once where the heap has so many bytes. */
  private static final long TWO_AT_ONCE = 3L << 30;

  private static final long SEED = 1;

  private static final Pattern MODEL = Pattern.compile("[a-z][a-z0-9-]{0,59}+");

  private final SignSampler sampler;
  private final MaskedWords masked;
  private final List<List<SignLine>> authors;
  private final List<SignLine> background;

  SignTraining(
      SignSampler sampler,
      MaskedWords masked,
      List<List<SignLine>> authors,
      List<SignLine> background) {
    this.sampler = sampler;
    this.masked = masked;
    this.authors = authors;
    this.background = background;
  }

  /**
   * Reads concepts, frames, the sentences that Vigie brings along, and ordinary texts.
   *
   * @param data folder of public data outside the repository; what is not there is left out
   */
  public static SignTraining load(Path models, Path data) throws IOException {
    SignSampler sampler = SignSampler.load(models);
    List<List<SignLine>> authors = new ArrayList<>();
    for (String author : SignCorpus.AUTHORS) {
      authors.add(SignCorpus.of(author, sampler.concepts().languages()));
    }
    return new SignTraining(sampler, MaskedWords.load(models), authors, SignBackground.read(data));
  }

  /** Returns what reads texts for categorisers. */
  SignSampler sampler() {
    return sampler;
  }

  /** Returns the texts of each author. */
  List<List<SignLine>> authors() {
    return authors;
  }

  /** Returns ordinary texts, which say nothing. */
  List<SignLine> background() {
    return background;
  }

  /**
   * Trains, measures and writes a model under the models folder; the manifest lists it, and puts it
   * in use if none is yet.
   *
   * @param name the model's folder, such as {@code signs-1}
   * @param progress is told what is done next, by several threads
   * @throws IllegalArgumentException if the name is not of small letters, digits and hyphens
   */
  public void train(Path models, String name, Consumer<String> progress) throws IOException {
    requireName(name);
    progress.accept("reading texts of %d authors and ordinary ones".formatted(authors.size()));
    List<List<SignFit.Example>> said = authors.stream().map(this::examples).toList();
    List<List<SignFit.Example>> ordinary = shares(examples(background), authors.size());
    List<Apart> unseen = apart(said, ordinary, progress);
    progress.accept("reading the texts of each author by models that have not seen it");
    List<SignFigures> unsure = read(unseen, model -> model.believedFrom(LEAST));
    float threshold = threshold(unsure, PRECISION);
    float ofChild = threshold(unsure, PRECISION_OF_CHILD);
    List<SignFigures> apart = read(unseen, model -> believing(model, threshold, ofChild));
    Rightness right = Rightness.of(apart);
    progress.accept("learning from all authors");
    FittedSigns fitted = fit(said, ordinary, author -> false);
    Path folder = Files.createDirectories(models.resolve(name));
    believing(fitted.model(), threshold, ofChild)
        .withRightness(right.slope(), right.intercept())
        .write(folder);
    fitted.sequence().write(folder);
    StackedFit.fit(heard(unseen, null), SEED).write(folder);
    Files.writeString(
        folder.resolve("card.md"),
        SignCard.of(
            name, threshold, ofChild, authors, background, sampler.concepts().languages(), apart));
    SignSheet.write(
        folder,
        "./vigie train signs --data ../shared/data --name " + name,
        authors,
        Map.of("background", background));
    Manifest manifest = Manifest.readOrEmpty(models).with(models, name);
    boolean first = !manifest.active().containsKey(SignReader.FORM);
    (first ? manifest.withActive(SignReader.FORM, name) : manifest).write(models);
  }

  /** Returns a model that believes a child's sign, strong signs of control and few words sooner. */
  static SignModel believing(SignModel model, float threshold, float ofChild) {
    double odds = StrictMath.log(threshold / (1 - threshold)) - ALLOWANCE_OF_CONTROL;
    float ofControl = (float) (1 / (1 + StrictMath.exp(-odds)));
    SignModel believing = model.believedFrom(threshold).withAllowance(ALLOWANCE);
    for (Family family : Family.values()) {
      if (family.isStrongControl()) {
        believing = believing.believedFrom(SignQuestions.of(family), ofControl);
      }
    }
    return believing.believedFrom(SignQuestions.of(Family.CHILD), ofChild);
  }

  static void requireName(String name) {
    if (!MODEL.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a model's name needs 1 to 60 small letters, digits and hyphens, but was '%s'"
              .formatted(name));
    }
  }

  /** Returns what is learnt from texts. */
  List<SignFit.Example> examples(List<SignLine> lines) {
    return lines.parallelStream()
        .flatMap(line -> SignExcerpts.of(line).stream())
        .map(this::example)
        .toList();
  }

  static <T> List<List<T>> shares(List<T> all, int count) {
    List<List<T>> shares = new ArrayList<>();
    for (int share = 0; share < count; share++) {
      List<T> of = new ArrayList<>();
      for (int i = share; i < all.size(); i += count) {
        of.add(all.get(i));
      }
      shares.add(of);
    }
    return shares;
  }

  /** Returns what is learnt from authors, with their shares of ordinary texts, but some. */
  private static FittedSigns fit(
      List<List<SignFit.Example>> said, List<List<SignFit.Example>> ordinary, IntPredicate but) {
    List<SignFit.Example> examples = new ArrayList<>();
    for (int author = 0; author < said.size(); author++) {
      if (!but.test(author)) {
        examples.addAll(said.get(author));
        examples.addAll(ordinary.get(author));
      }
    }
    return FittedSigns.of(examples);
  }

  private SignFit.Example example(SignLine line) {
    NormalizedText text = NormalizedText.of(line.text());
    List<Word> words = Words.of(text);
    SignSampler.Sample sample =
        sampler.sample(text, words, List.of(line.language()), masked.in(words));
    return new SignFit.Example(line, sample.places(), sample.steps());
  }

  /**
   * What is learnt from all authors but some.
   *
   * @param authors those that are left out
   * @param fitted what is learnt
   * @param heard what that says of their texts, and of their shares of the ordinary ones
   */
  private record Apart(List<Integer> authors, FittedSigns fitted, List<StackedFit.Heard> heard) {}

  /** Returns what is learnt from all but each few authors, who are left out together. */
  private List<Apart> apart(
      List<List<SignFit.Example>> said,
      List<List<SignFit.Example>> ordinary,
      Consumer<String> progress) {
    int folds = Math.ceilDiv(authors.size(), LEFT_OUT);
    return forEach(
        folds,
        fold -> {
          List<Integer> out =
              IntStream.range(fold * LEFT_OUT, Math.min((fold + 1) * LEFT_OUT, authors.size()))
                  .boxed()
                  .toList();
          progress.accept(
              "learning from all authors but a few (%d of %d)".formatted(fold + 1, folds));
          FittedSigns fitted = fit(said, ordinary, out::contains);
          StackedInputs inputs = new StackedInputs(fitted.model(), fitted.sequence());
          List<StackedFit.Heard> heard =
              out.stream()
                  .flatMap(author ->
                      Stream.concat(said.get(author).stream(), ordinary.get(author).stream()))
                  .filter(example -> example.steps().length > 0)
                  .map(example -> fitted.heard(example, inputs))
                  .toList();
          return new Apart(out, fitted, heard);
        });
  }

  /** Returns what was heard of the texts of all authors but those of one, if one is named. */
  private static List<StackedFit.Heard> heard(List<Apart> unseen, @Nullable Apart but) {
    return unseen.stream()
        .filter(apart -> apart != but)
        .flatMap(apart -> apart.heard().stream())
        .toList();
  }

  /**
   * Returns how models fare on each author, of whom they have not seen a sentence.
   *
   * @param believing makes of a model one that believes as it is to be measured
   */
  private List<SignFigures> read(List<Apart> unseen, UnaryOperator<SignModel> believing) {
    return forEach(
            unseen.size(),
            fold -> {
              Apart apart = unseen.get(fold);
              SignReader reader =
                  SignReader.of(
                      sampler,
                      believing.apply(apart.fitted().model()),
                      apart.fitted().sequence(),
                      StackedFit.fit(heard(unseen, apart), SEED));
              return apart.authors().stream()
                  .map(author -> SignFigures.of(reader, authors.get(author), false))
                  .toList();
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static <T> List<T> forEach(int count, IntFunction<T> task) {
    int together = Runtime.getRuntime().maxMemory() < TWO_AT_ONCE ? 1 : 2;
    try (ForkJoinPool pool = new ForkJoinPool(together)) {
      return pool.submit(() -> IntStream.range(0, count).parallel().mapToObj(task).toList()).join();
    }
  }

  /** Returns the lowest probability at which enough of what is found is right, on average. */
  private static float threshold(List<SignFigures> unsure, double least) {
    float threshold = LEAST;
    double precision = 0;
    while (precision < least && threshold < MOST) {
      threshold += 0.01f;
      float believed = threshold;
      precision =
          unsure.stream()
              .mapToDouble(f -> f.at(family -> believed).precision())
              .average()
              .orElseThrow();
    }
    return threshold;
  }
}
