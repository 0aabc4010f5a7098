package org.vigie.classifier.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.quantity.QuantityFinder;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Words;

/** Scores contacts on sentences that others labelled; span for span, to the character. */
class RecognizersTest {
  private static final List<String> LANGUAGES = List.of("en", "fr", "es");

  private static ContactFinder finder;

  @BeforeAll
  static void load() throws IOException {
    finder = ContactFinder.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @CsvSource({"PHONE, PhoneNumber", "EMAIL, Email", "URL, URL"})
  void findsNineInTenContactsThatOthersLabelled(ContactType type, String name) throws IOException {
    Path data = ModelsFolder.sharedData().resolve("entities").resolve("recognizers");
    Assumptions.assumeTrue(Files.isDirectory(data), "shared data absent");
    int right = 0;
    int found = 0;
    int labelled = 0;
    for (String language : LANGUAGES) {
      Path file = data.resolve(language).resolve(name + "Model.json");
      for (JsonNode sentence : Files.exists(file) ? read(file) : List.<JsonNode>of()) {
        String input = sentence.get("Input").asText();
        Set<Span> truth = truth(sentence);
        Set<Span> spans = spans(input, language, type);
        found += spans.size();
        labelled += truth.size();
        if (Boolean.getBoolean("vigie.mistakes") && !spans.equals(truth)) {
          System.out.printf("%s %s in '%s' for %s%n", type, spans, input, truth);
        }
        spans.retainAll(truth);
        right += spans.size();
      }
    }
    double f1 = 2.0 * right / (found + labelled);
    System.out.printf(
        "%s spans: precision %.3f, recall %.3f, F1 %.3f of %d labelled%n",
        type.label(), (double) right / found, (double) right / labelled, f1, labelled);

    assertThat(f1).isGreaterThan(0.90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void findsFourInFivePricesThatOthersLabelled(String language) throws IOException {
    Path data = ModelsFolder.sharedData().resolve("entities").resolve("recognizers");
    Assumptions.assumeTrue(Files.isDirectory(data), "shared data absent");
    QuantityFinder quantities = QuantityFinder.load(ModelsFolder.path());
    int right = 0;
    int found = 0;
    int labelled = 0;
    for (JsonNode sentence : read(data.resolve(language).resolve("CurrencyModel.json"))) {
      NormalizedText text = NormalizedText.of(sentence.get("Input").asText());
      Set<Span> truth = truth(sentence);
      Set<Span> spans = new HashSet<>();
      quantities
          .find(text, Words.of(text), language, "", List.of())
          .prices()
          .forEach(price -> spans.add(price.span()));
      found += spans.size();
      labelled += truth.size();
      if (Boolean.getBoolean("vigie.mistakes") && !spans.equals(truth)) {
        System.out.printf("price %s in '%s' for %s%n", spans, text.original(), truth);
      }
      spans.retainAll(truth);
      right += spans.size();
    }
    double f1 = 2.0 * right / (found + labelled);
    System.out.printf(
        "price spans in %s: precision %.3f, recall %.3f, F1 %.3f of %d labelled%n",
        language, (double) right / found, (double) right / labelled, f1, labelled);

    assertThat(f1).isGreaterThan(0.80);
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

  private static Set<Span> spans(String input, String language, ContactType type) {
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
