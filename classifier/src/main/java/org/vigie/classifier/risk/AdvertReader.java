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
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.indicator.IndicatorFinder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;
import org.vigie.classifier.text.Words;

/** Turns bare texts into features by the same steps that an advert of the stream goes through. */
final class AdvertReader {
  private final ContactFinder contactFinder;
  private final QuantityFinder quantityFinder;
  private final IndicatorFinder indicatorFinder;
  private final RiskFeatures riskFeatures;

  AdvertReader(Path models, Taxonomy taxonomy) throws IOException {
    this.contactFinder = ContactFinder.load(models);
    this.quantityFinder = QuantityFinder.load(models);
    this.indicatorFinder = IndicatorFinder.load(models, taxonomy);
    this.riskFeatures = RiskFeatures.load(models);
  }

  /** Returns whether a text may concern a minor. */
  boolean isMinorRisk(String body) {
    Advert advert = Advert.builder(Channel.FILE, "training", Instant.EPOCH).body(body).build();
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    return indicators(advert, text, words, List.of()).stream().anyMatch(Indicator::minorRisk);
  }

  List<Feature> features(String body) {
    Advert advert = Advert.builder(Channel.FILE, "training", Instant.EPOCH).body(body).build();
    NormalizedText text = NormalizedText.of(advert.text());
    List<Word> words = Words.of(text);
    List<Contact> contacts = contactFinder.find(text, "", "");
    List<Indicator> indicators = indicators(advert, text, words, contacts);
    return riskFeatures.of(advert, text, words, contacts, indicators);
  }

  private List<Indicator> indicators(
      Advert advert, NormalizedText text, List<Word> words, List<Contact> contacts) {
    Entities entities = quantityFinder.find(text, words, "", "", contacts).alone();
    return indicatorFinder.find(advert, text, words, contacts, entities);
  }
}
