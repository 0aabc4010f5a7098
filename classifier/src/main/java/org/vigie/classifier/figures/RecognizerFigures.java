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
import org.vigie.classifier.text.NormalizedText;

/** Contacts in sentences that others labelled; a contact counts if its span is right. */
final class RecognizerFigures implements FigureSource {
  private static final String SUBJECT = "contacts";
  private static final String DATA = "entities/recognizers";
  private static final List<String> LANGUAGES = List.of("en", "fr", "es");
  private static final Target CONTACTS = Target.atLeast(0.90);

  private record Kind(ContactType type, String file) {}

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
              ? measure(places.data().resolve(DATA), kind, finder, name)
              : Figure.missing(SUBJECT, name, CONTACTS, Places.absent(DATA)));
    }
    figures.add(
        Figure.missing(
            SUBJECT, "currency span F1", Target.atLeast(0.80), "prices are not read yet"));
    return figures;
  }

  private static Figure measure(Path data, Kind kind, ContactFinder finder, String name)
      throws IOException {
    int right = 0;
    int found = 0;
    int labelled = 0;
    for (String language : LANGUAGES) {
      Path file = data.resolve(language).resolve(kind.file());
      for (JsonNode sentence : Files.exists(file) ? read(file) : List.<JsonNode>of()) {
        Set<Span> truth = truth(sentence);
        Set<Span> spans = spans(sentence.get("Input").asText(), language, kind.type(), finder);
        found += spans.size();
        labelled += truth.size();
        spans.retainAll(truth);
        right += spans.size();
      }
    }
    double f1 = 2.0 * right / Math.max(1, found + labelled);
    return Figure.measured(SUBJECT, name, CONTACTS, f1, labelled + " labelled in en, fr, es");
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
