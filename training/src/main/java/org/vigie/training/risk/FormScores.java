package org.vigie.training.risk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.risk.FormModels;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.weak.LabelModel;

/** What a form's model says of a few invented texts, kept beside it so that a change shows. */
public final class FormScores {
  private FormScores() {}

  /**
   * One text with what the model says of it.
   *
   * @param text the text
   * @param risk raw score of the outcome
   * @param independent raw score of the outcome
   * @param business raw score of the outcome
   * @param spamOrScam raw score of the outcome
   */
  public record Expected(
      String text,
      double risk,
      double independent,
      double business,
      @JsonProperty("spam-or-scam") double spamOrScam) {
    /** Returns the raw score of each outcome, in the order of {@link LabelModel#OUTCOMES}. */
    public List<Double> scores() {
      return List.of(risk, independent, business, spamOrScam);
    }
  }

  /** Returns invented texts of a form. */
  public static List<String> texts(String form) {
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
          case FormModels.WORK ->
              List.of(
                  "Factory work abroad, housing provided. Your passport is kept by the company and"
                      + " the debt is taken from your wage. Telegram @example_jobs13",
                  "Carpenter looks for work, my own tools. Tel. +44 7700 900128",
                  "Our company hires warehouse staff, collective agreement, paid holidays."
                      + " jobs@example.org www.example.org");
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

  public static List<Expected> compute(String form, FormReading reading, FormWeights weights) {
    List<Expected> all = new ArrayList<>();
    for (String text : texts(form)) {
      double[] scores = weights.scores(reading.features(text));
      all.add(new Expected(text, scores[0], scores[1], scores[2], scores[3]));
    }
    return all;
  }
}
