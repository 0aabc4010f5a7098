package org.vigie.classifier.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Span;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.entity.PhoneRegions;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Words;

/** Contacts and prices in sentences that others labelled; each counts if its span is right. */
final class RecognizerFigures implements FigureSource {
  private static final String SUBJECT = "contacts";
  private static final String DATA = "entities/recognizers";
  private static final List<String> LANGUAGES = List.of("en", "fr", "es");
  private static final Target CONTACTS = Target.atLeast(0.90);
  private static final String PRICES = "currency span F1";
  private static final Target PRICE_TARGET = Target.atLeast(0.80);

  private record Kind(ContactType type, String file) {}

  /** Finds what is labelled in a sentence. */
  private interface Reader {
    Set<Span> spans(String sentence, String language);
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind(ContactType.PHONE, "PhoneNumberModel.json"),
          new Kind(ContactType.EMAIL, "EmailModel.json"),
          new Kind(ContactType.URL, "URLModel.json"));

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>();
    ContactFinder finder = ContactFinder.load(places.models());
    for (Kind kind : KINDS) {
      String name = kind.type().label() + " span F1";
      figures.add(
          places.isThere(DATA)
              ? measure(
                  places,
                  kind.file(),
                  (sentence, language) -> spans(sentence, language, kind.type(), finder),
                  name,
                  CONTACTS)
              : Figure.missing(SUBJECT, name, CONTACTS, Places.absent(DATA)));
    }
    figures.add(
        places.isThere(DATA)
            ? prices(places)
            : Figure.missing(SUBJECT, PRICES, PRICE_TARGET, Places.absent(DATA)));
    return figures;
  }

  private static Figure prices(Places places) throws IOException {
    QuantityFinder quantities = QuantityFinder.load(places.models());
    return measure(
        places,
        "CurrencyModel.json",
        (sentence, language) -> prices(sentence, language, quantities),
        PRICES,
        PRICE_TARGET);
  }

  private static Set<Span> prices(String sentence, String language, QuantityFinder quantities) {
    NormalizedText text = NormalizedText.of(sentence);
    Set<Span> spans = new HashSet<>();
    quantities
        .find(text, Words.of(text), language, "", List.of())
        .prices()
        .forEach(price -> spans.add(price.span()));
    return spans;
  }

  private static Figure measure(
      Places places, String labels, Reader reader, String name, Target target) throws IOException {
    Path data = places.data().resolve(DATA);
    int right = 0;
    int found = 0;
    int labelled = 0;
    for (String language : LANGUAGES) {
      Path file = data.resolve(language).resolve(labels);
      for (JsonNode sentence : Files.exists(file) ? read(file) : List.<JsonNode>of()) {
        Set<Span> truth = truth(sentence);
        Set<Span> spans = reader.spans(sentence.get("Input").asText(), language);
        found += spans.size();
        labelled += truth.size();
        spans.retainAll(truth);
        right += spans.size();
      }
    }
    double f1 = 2.0 * right / Math.max(1, found + labelled);
    return Figure.measured(SUBJECT, name, target, f1, labelled + " labelled in en, fr, es");
  }

  private static Iterable<JsonNode> read(Path file) throws IOException {
    String json = Files.readString(file);
    return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
  }

  /** Where a label has no position, its text is looked for behind the one before. */
  private static Set<Span> truth(JsonNode sentence) {
    String input = sentence.get("Input").asText().toLowerCase(Locale.ROOT);
    Set<Span> spans = new HashSet<>();
    int from = 0;
    for (JsonNode result : sentence.path("Results")) {
      String text = result.get("Text").asText().toLowerCase(Locale.ROOT);
      int start = result.has("Start") ? result.get("Start").asInt() : input.indexOf(text, from);
      int end = result.has("End") ? result.get("End").asInt() + 1 : start + text.length();
      spans.add(new Span(start, end));
      from = end;
    }
    return spans;
  }

  private static Set<Span> spans(
      String input, String language, ContactType type, ContactFinder finder) {
    Set<Span> spans = new HashSet<>();
    PhoneRegions regions = Regions.plausible("", language);
    for (Contact contact : finder.find(NormalizedText.of(input), regions, "")) {
      // A link to a messenger is read as a handle; it is a link all the same.
      boolean link = type == ContactType.URL && contact.type() == ContactType.HANDLE;
      if (contact.type() == type || link) {
        spans.add(contact.span());
      }
    }
    return spans;
  }
}
