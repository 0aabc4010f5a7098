package org.vigie.classifier.sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.classifier.registry.Manifest;

/**
 * Tells by a maximum-entropy model whether a sentence says the sign that stands in it, denies it,
 * or reports it. It is asked where the words beside a phrase don't settle it. One per thread.
 */
public final class SentenceCategorizer {
  /** What the manifest calls the use of its models. */
  public static final String FORM = "sentences";

  private final SentenceModel model;
  private final int said;

  public SentenceCategorizer(SentenceModel model) {
    this.model = model;
    this.said = model.weights().getIndex(Stance.SAID.label());
  }

  /**
   * Reads the model in use of a models folder; nothing if none is.
   *
   * @throws IllegalArgumentException if the model's files are not the listed ones
   */
  public static Optional<SentenceCategorizer> load(Path models) throws IOException {
    if (!Files.exists(models.resolve(Manifest.NAME))) {
      return Optional.empty();
    }
    Manifest manifest = Manifest.read(models);
    String name = manifest.active().get(FORM);
    if (name == null) {
      return Optional.empty();
    }
    manifest.requireUnaltered(models, name);
    return Optional.of(new SentenceCategorizer(SentenceModel.read(models.resolve(name))));
  }

  /** Returns one that tells the same, for another thread. */
  public SentenceCategorizer forAnotherThread() {
    return new SentenceCategorizer(model);
  }

  /**
   * Returns whether a sentence takes back the sign in it, by denying or reporting it.
   *
   * @param indicator id of the indicator that the phrase is a sign of
   * @param language ISO 639-1 code of the phrase; of an indicator or a language that was not learnt
   *     nothing is taken back, unless the phrase is one of a language that was learnt too
   */
  public boolean takesBack(Mention mention, String indicator, String language) {
    return model.indicators().contains(indicator)
        && model.languages().contains(language)
        && isNotSaid(mention);
  }

  /** Returns whether it is probable enough that a sentence doesn't say the sign in it. */
  public boolean isNotSaid(Mention mention) {
    return notSaid(mention) >= model.threshold();
  }

  /** Returns how probable it is that a sentence doesn't say the sign in it, 0 to 1. */
  public double notSaid(Mention mention) {
    return 1 - model.categorize(mention.features())[said];
  }
}
