package org.vigie.training.figures;

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
import java.util.function.Consumer;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Span;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.classifier.entity.PhoneRegions;
import org.vigie.classifier.entity.Regions;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Contacts and prices in sentences that others labelled; each counts if its span is right. */
final class RecognizerFigures implements FigureSource {
  private static final String SUBJECT = "contacts";
  private static final String DATA = "entities/recognizers";
  private static final List<String> LANGUAGES = List.of("en", "fr", "es");
  private static final FigureTarget CONTACTS = FigureTarget.atLeast(0.90);
  private static final FigureTarget PRICES = FigureTarget.atLeast(0.80);

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

  private final Consumer<String> mistakes;

  RecognizerFigures() {
    this(mistake -> {});
  }

  /**
   * Figures that tell of each sentence in which something is found wrongly or missed.
   *
   * @param mistakes told what was found and what is there
   */
  RecognizerFigures(Consumer<String> mistakes) {
    this.mistakes = mistakes;
  }

  @Override
  public List<Figure> measure(Places places) throws IOException {
    List<Figure> figures = new ArrayList<>();
    ContactFinder contacts = ContactFinder.load(places.models());
    QuantityFinder quantities = QuantityFinder.load(places.models());
    for (Kind kind : KINDS) {
      Reader reader = (text, language) -> spans(text, language, kind.type(), contacts);
      String name = kind.type().label() + " span F1, en, fr, es";
      figures.add(measure(places, name, CONTACTS, LANGUAGES, kind.file(), reader));
    }
    for (String language : LANGUAGES) {
      Reader reader = (text, of) -> prices(text, of, quantities);
      String name = "currency span F1, " + language;
      figures.add(measure(places, name, PRICES, List.of(language), "CurrencyModel.json", reader));
    }
    return figures;
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

  private Figure measure(
      Places places,
      String name,
      FigureTarget target,
      List<String> languages,
      String labels,
      Reader reader)
      throws IOException {
    if (!places.isThere(DATA)) {
      return Figure.missing(SUBJECT, name, target, Places.absent(DATA));
    }
    MatchCounts matches = new MatchCounts();
    for (String language : languages) {
      Path file = places.data().resolve(DATA).resolve(language).resolve(labels);
      for (JsonNode sentence : Files.exists(file) ? read(file) : List.<JsonNode>of()) {
        String input = sentence.get("Input").asText();
        Set<Span> truth = truth(sentence);
        Set<Span> spans = reader.spans(input, language);
        matches.add(truth, spans);
        if (!spans.equals(truth)) {
          mistakes.accept("%s: %s in '%s' for %s".formatted(name, spans, input, truth));
        }
      }
    }
    return Figure.measured(SUBJECT, name, target, matches.f1(), matches.inWords());
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
