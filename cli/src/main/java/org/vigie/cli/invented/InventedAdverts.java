package org.vigie.cli.invented;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.LexiconPhrases;
import org.vigie.training.risk.FormExample;
import org.vigie.world.FormAdverts;

/** The invented adverts of one form: the generator's wording joined with that of the lexicons. */
public final class InventedAdverts {
  /** Any would do; another seed makes other models. */
  private static final long SEED = 4;

  /** In each of 19 languages and each half of the wording: enough to learn it by heart. */
  private static final int TEMPLATES = 60;

  private InventedAdverts() {}

  /** Returns the adverts that the published model of a form is trained on and measured with. */
  public static List<FormExample> of(String form, Path models) throws IOException {
    LexiconPhrases phrases = LexiconPhrases.load(models, Taxonomy.load(models));
    return new FormAdverts(SEED, phrases::of)
        .of(form, TEMPLATES).stream()
            .map(a ->
                new FormExample(
                    a.id(), a.truth(), a.template(), a.language(), a.heldOut(), a.text()))
            .toList();
  }
}
