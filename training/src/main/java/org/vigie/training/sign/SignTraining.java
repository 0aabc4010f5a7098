package org.vigie.training.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.SignModel;
import org.vigie.classifier.sign.SignReader;
import org.vigie.classifier.sign.SignSampler;
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
  private static final double PRECISION_OF_CHILD = 0.8;

  /** Of a text of few words so much less is asked, in log-odds. */
  private static final float ALLOWANCE = 0.7f;

  /**
   * Of a strong sign of control so much less: who says it may need help, and a campaign calls for
   * an alert by what several adverts say.
   */
  private static final double ALLOWANCE_OF_CONTROL = 0.4;

  private static final float LEAST = 0.05f;
  private static final float MOST = 0.99f;

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
    SignFolds folds =
        new SignFolds(
            sampler,
            authors,
            authors.stream().map(this::examples).toList(),
            shares(examples(background), authors.size()));
    folds.learn(progress);
    progress.accept("reading the texts of each author by models that have not seen it");
    List<SignFigures> unsure = folds.read(model -> model.believedFrom(LEAST));
    float threshold = threshold(unsure, PRECISION);
    float ofChild = threshold(unsure, PRECISION_OF_CHILD);
    List<SignFigures> apart = folds.read(model -> believing(model, threshold, ofChild));
    Rightness right = Rightness.of(apart);
    progress.accept("learning from all authors");
    FittedSigns fitted = folds.ofAll();
    Path folder = Files.createDirectories(models.resolve(name));
    believing(fitted.model(), threshold, ofChild)
        .withRightness(right.slope(), right.intercept())
        .write(folder);
    fitted.sequence().write(folder);
    folds.stacked().write(folder);
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

  private SignFit.Example example(SignLine line) {
    NormalizedText text = NormalizedText.of(line.text());
    List<Word> words = Words.of(text);
    SignSampler.Sample sample =
        sampler.sample(text, words, List.of(line.language()), masked.in(words));
    return new SignFit.Example(line, sample.places(), sample.steps());
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
