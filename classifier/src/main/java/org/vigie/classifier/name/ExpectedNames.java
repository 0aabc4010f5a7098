package org.vigie.classifier.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Words;

/** How sure the finder is of names in invented texts, kept beside it so that a change shows. */
final class ExpectedNames {
  private static final String NAME = "expected-scores.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Invented. */
  private static final List<String> TEXTS =
      List.of(
          "Call Anna on +1 202 555 0123, or ask for Mr John Smith.",
          "Bonjour, je m'appelle Fatou et je cherche du travail.",
          "ANNA AND MARIA, NEW IN TOWN",
          "Kontakt: Jan Kowalski, Hotel Maria, ul. Jana Pawła 3",
          "Контактна особа: Олена Шевченко",
          "Με λένε Μαρία",
          "اسمي فاطمة",
          "Knowledge of Excel and Word, apply today.");

  private ExpectedNames() {}

  /**
   * One text with what is found in it.
   *
   * @param text the text
   * @param names the names in order
   * @param scores how probable each is by the model, 0 to 1
   */
  record Expected(String text, List<String> names, List<Double> scores) {
    Expected {
      names = List.copyOf(names);
      scores = List.copyOf(scores);
    }
  }

  static List<Expected> compute(NameFinder finder) {
    return TEXTS.stream()
        .map(written -> {
          NormalizedText text = NormalizedText.of(written);
          var found = finder.score(text, Words.of(text));
          return new Expected(
              written,
              found.stream().map(NameFinder.Scored::name).toList(),
              found.stream().map(NameFinder.Scored::score).toList());
        })
        .toList();
  }

  static void write(List<Expected> all, Path folder) throws IOException {
    ArrayNode array = JSON.createArrayNode();
    for (Expected expected : all) {
      ObjectNode node = array.addObject();
      node.put("text", expected.text());
      ArrayNode names = node.putArray("names");
      expected.names().forEach(names::add);
      ArrayNode scores = node.putArray("scores");
      expected.scores().forEach(scores::add);
    }
    Files.writeString(
        folder.resolve(NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n");
  }

  static List<Expected> read(Path folder) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (JsonNode node : JSON.readTree(Files.readString(folder.resolve(NAME)))) {
      List<String> names = new ArrayList<>();
      node.path("names").forEach(name -> names.add(name.asText()));
      List<Double> scores = new ArrayList<>();
      node.path("scores").forEach(score -> scores.add(score.asDouble()));
      all.add(new Expected(node.path("text").asText(), names, scores));
    }
    return all;
  }
}
