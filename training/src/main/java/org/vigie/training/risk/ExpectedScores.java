package org.vigie.training.risk;

import java.util.List;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.ModelFile;

/** What the model says of a few invented texts, kept beside it so that a change shows. */
public final class ExpectedScores {
  /** Invented. */
  public static final List<String> TEXTS =
      List.of(
          "Our restaurant in Galway is hiring two waiters for the summer. You will serve tables, help"
              + " in the kitchen and work in shifts. Contract for six months, paid holidays. Please"
              + " send your application to jobs@example.org.",
          "Earn 5,000 dollars a week from home! No experience needed. Simply process payments and"
              + " forward packages. Send a copy of your passport and pay a registration fee to start"
              + " today. Contact us on WhatsApp +1 202 555 0123!!!",
          "Company Profile: ; Job Description: Data entry from home, flexible hours, weekly pay,"
              + " apply now.; Requirements: ; Benefits: ",
          "Company Profile: Example Engineering has built bridges since 1950.; Job Description: We"
              + " are looking for a structural engineer to join our team in Cork.; Requirements:"
              + " Degree in civil engineering, five years of experience.; Benefits: Pension, health"
              + " insurance.",
          "Nous cherchons un serveur pour notre restaurant, contrat de six mois.",
          "Blue bicycle for sale, hardly used.",
          "x");

  private ExpectedScores() {}

  /**
   * One text with what the model says of it.
   *
   * @param text the text
   * @param sectioned raw score by the weights for text under headings
   * @param english raw score by the English weights
   * @param wordless raw score by what says the same in every language
   */
  public record Expected(String text, double sectioned, double english, double wordless) {}

  static List<Expected> compute(AdvertReader reader, ModelFile model) {
    return TEXTS.stream()
        .map(text -> {
          List<Feature> features = reader.features(text);
          return new Expected(
              text,
              model.sectioned().score(features),
              model.english().score(features),
              model.wordless().score(features));
        })
        .toList();
  }
}
