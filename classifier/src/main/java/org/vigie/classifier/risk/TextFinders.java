package org.vigie.classifier.risk;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sentence.SentenceCategorizer;

/**
 * What finds contacts, amounts and indicators in a text. It is made of the lists of a models folder
 * alone, and of the sentence model in use; making it takes longer than reading hundreds of adverts,
 * so the last one is kept for whoever comes with the same files.
 *
 * @param indicators to be used by one thread; others take {@link IndicatorFinder#forAnotherThread}
 */
public record TextFinders(
    ContactFinder contacts, QuantityFinder quantities, IndicatorFinder indicators) {
  private static @Nullable SoftReference<Known> last;

  /** All that the finders hang on: lists and sentence model by their hashes. */
  private record Source(
      SortedMap<String, String> lists,
      SortedMap<String, String> sentences,
      List<Taxonomy.Row> rows) {}

  private record Known(Source source, TextFinders finders) {}

  /**
   * Reads the lists of a models folder as they are now.
   *
   * @throws IllegalArgumentException if a file says what it must not, or the sentence model's files
   *     are not those that the manifest lists
   */
  public static TextFinders load(Path models, Taxonomy taxonomy) throws IOException {
    return load(models, taxonomy, Manifest.empty().withTuned(models).tuned());
  }

  /**
   * Reads them anew.
   *
   * @param image gives what takes long to make, or is given it
   */
  public static TextFinders read(Path models, Taxonomy taxonomy, ModelImage image)
      throws IOException {
    return new TextFinders(
        ContactFinder.load(models),
        QuantityFinder.load(models, image),
        IndicatorFinder.load(models, taxonomy, image));
  }

  /**
   * Reads them where their hashes are known already.
   *
   * @param lists path of each list below the models folder → hash, as it is now
   */
  public static TextFinders load(Path models, Taxonomy taxonomy, SortedMap<String, String> lists)
      throws IOException {
    return known(models, taxonomy, new Source(lists, sentences(models), taxonomy.rows()));
  }

  private static synchronized TextFinders known(Path models, Taxonomy taxonomy, Source source)
      throws IOException {
    Known known = last == null ? null : last.get();
    if (known == null || !known.source().equals(source)) {
      known = new Known(source, read(models, taxonomy, ModelImage.none()));
      // What was changed while it was read must not stand for what was hashed.
      if (Manifest.empty().withTuned(models).tuned().equals(source.lists())) {
        last = new SoftReference<>(known);
      }
    }
    TextFinders made = known.finders();
    return new TextFinders(
        made.contacts(), made.quantities(), made.indicators().forAnotherThread());
  }

  /** Returns the hashes of the sentence model's files, which are the listed ones; else none. */
  private static SortedMap<String, String> sentences(Path models) throws IOException {
    if (!Files.exists(models.resolve(Manifest.NAME))) {
      return new TreeMap<>();
    }
    Manifest manifest = Manifest.read(models);
    String model = manifest.active().get(SentenceCategorizer.FORM);
    if (model == null) {
      return new TreeMap<>();
    }
    manifest.requireUnaltered(models, model);
    SortedMap<String, String> files = new TreeMap<>(manifest.files());
    files.keySet().removeIf(path -> !path.startsWith(model + "/"));
    return files;
  }
}
