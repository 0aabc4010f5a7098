package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.Entities;
import org.vigie.advert.Indicator;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Reads bare texts by the steps that an advert of the stream goes through before it comes to a
 * model. One per thread.
 */
public final class TextReader {
  private final LanguageIdentifier languageIdentifier = new LanguageIdentifier();
  private final TextFinders finders;

  public TextReader(Path models, Taxonomy taxonomy) throws IOException {
    this.finders = TextFinders.load(models, taxonomy);
  }

  /**
   * What was read.
   *
   * @param language ISO 639-1 code, or {@code und}
   */
  public record Read(
      Advert advert,
      NormalizedText text,
      List<Word> words,
      String language,
      List<Contact> contacts,
      List<Indicator> indicators) {}

  /** Reads a text whose language nobody tells. */
  public Read read(String body) {
    return read(body, languageIdentifier.identify(NormalizedText.of(body), ""));
  }

  /**
   * Reads a text.
   *
   * @param language ISO 639-1 code of its language, or {@code und}
   */
  public Read read(String body, String language) {
    Advert advert = Advert.builder(Channel.FILE, "training", Instant.EPOCH).body(body).build();
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    String country = Regions.of(advert, language);
    List<Contact> contacts =
        finders
            .contacts()
            .find(text, Regions.plausible(country, language), /* defaultService= */ "");
    Entities entities = finders.quantities().find(text, words, language, country, contacts).alone();
    List<Indicator> indicators = finders.indicators().find(advert, text, words, contacts, entities);
    return new Read(advert, text, words, language, contacts, indicators);
  }
}
