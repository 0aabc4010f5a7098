package org.vigie.classifier.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.weak.LabelModel;

/** What a form's model says of a few invented texts, kept beside it so that a change shows. */
final class FormScores {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FormScores() {}

  /**
   * One text with what the model says of it.
   *
   * @param text the text
   * @param scores the raw score of each outcome, in the order of {@link LabelModel#OUTCOMES}
   */
  record Expected(String text, List<Double> scores) {}

  /** Returns invented texts of a form. */
  static List<String> texts(String form) {
    List<String> own =
        switch (form) {
          case "sexual" ->
              List.of(
                  "Massage and company in a private flat. Available day and night, no days off."
                      + " Housing provided. She must work off the debt. Tel. +44 7 7 0 0 9 0 0 1 2 3",
                  "Massage in my own flat. I work alone and choose my clients, no calls after nine."
                      + " Tel. +44 7700 900124",
                  "Licensed massage studio with a reception, open Monday to Saturday, invoices."
                      + " info@example.org www.example.org");
          case "forced-criminality" ->
              List.of(
                  "Chat operator in Cambodia, flight paid, staff dormitory in the park. Passport is"
                      + " kept by the company. Telegram @example_jobs12",
                  "Parcel company seeks drivers with a licence, collective agreement, paid holidays."
                      + " jobs@example.org www.example.org",
                  "I deliver parcels with my own van. Tel. +44 7700 900125");
          default ->
              List.of(
                  "Marriage for papers, all is arranged, debt must be repaid. WhatsApp"
                      + " +44 77OO 9OO126",
                  "Wedding photographer, my own work. Tel. +44 7700 900127",
                  "Hospital tells about organ donation, free of charge. www.example.org"
                      + " info@example.org");
        };
    List<String> texts = new ArrayList<>(own);
    texts.add("Click the link for a free bonus, subscribe to the channel! https://example.org/1");
    texts.add("Массаж и компания, круглосуточно, 100 реально");
    texts.add("x");
    return texts;
  }

  static List<Expected> compute(String form, FormReading reading, FormWeights weights) {
    List<Expected> all = new ArrayList<>();
    for (String text : texts(form)) {
      double[] scores = weights.scores(reading.features(text));
      List<Double> each = new ArrayList<>();
      for (double score : scores) {
        each.add(score);
      }
      all.add(new Expected(text, each));
    }
    return all;
  }

  static void write(List<Expected> scores, Path folder) throws IOException {
    ArrayNode array = JSON.createArrayNode();
    for (Expected expected : scores) {
      ObjectNode node = array.addObject();
      node.put("text", expected.text());
      for (int k = 0; k < LabelModel.OUTCOMES.size(); k++) {
        node.put(LabelModel.OUTCOMES.get(k).label(), expected.scores().get(k));
      }
    }
    Files.writeString(
        folder.resolve(ExpectedScores.NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n");
  }

  static List<Expected> read(Path folder) throws IOException {
    List<Expected> scores = new ArrayList<>();
    for (JsonNode node : JSON.readTree(Files.readString(folder.resolve(ExpectedScores.NAME)))) {
      scores.add(
          new Expected(
              node.path("text").asText(),
              LabelModel.OUTCOMES.stream().map(o -> node.path(o.label()).asDouble()).toList()));
    }
    return scores;
  }
}
