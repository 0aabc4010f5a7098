package org.vigie.classifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.classifier.image.ModelImage;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * What takes signs back where the same words mean something ordinary: goods for children, advice on
 * one's own documents, documents to be brought along, fees that the employer pays.
 */
record OrdinaryMeanings(ChildGoods goods, BroughtDocuments brought) {
  /**
   * Reads the words of a models folder.
   *
   * @throws IllegalArgumentException if a file says what it must not
   */
  static OrdinaryMeanings load(Path models, ModelImage image) throws IOException {
    return new OrdinaryMeanings(
        ChildGoods.load(models, image), BroughtDocuments.load(models, image));
  }

  /**
   * Returns the same without signs that mean something ordinary.
   *
   * @param words the words of {@code text}
   * @param language the text's, an ISO 639-1 code
   * @param readsSigns whether signs were read, beside which phrases are weighed
   */
  ChildGoods.Shown without(
      ChildGoods.Shown shown,
      NormalizedText text,
      List<Word> words,
      String language,
      boolean readsSigns) {
    ChildGoods.Shown others = goods.withoutGoods(shown, text, words, language);
    ChildGoods.Shown left =
        new ChildGoods.Shown(
            SafekeepingAdvice.without(others.reading(), text.original(), language),
            OwnDocuments.withoutAdvice(others.indicators(), text.original(), language));
    return readsSigns
        ? EmployerPays.without(brought.without(left, text, words), text.original())
        : left;
  }
}
