package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Genre;

/** Tells of what kind a text is: a short one by all models, any other by their weights. */
final class KindJudge {
  private static final String GENRE = "genre:";

  /** A text of so many words and letters may be a greeting, or the answer to what nobody sees. */
  private static final int FEW_WORDS = 2;

  private static final int FEW_LETTERS = 16;

  /** An ideograph says about as much as so many letters. */
  private static final int OF_AN_IDEOGRAPH = 4;

  /** Concepts of words that say of nothing what it is about: "thank you". */
  private static final Set<String> OF_NOTHING =
      Set.of(
          "me",
          "we",
          "you",
          "they",
          "our",
          "nobody",
          "everyone",
          "not",
          "never",
          "without",
          "must",
          "can",
          "if",
          "question",
          "want",
          "maybe",
          "please",
          "blood-group");

  private final SignModel model;
  private final Concepts concepts;
  private final Both both;
  private final int[] genres;
  private final int[] byBoth;

  /** What weights and network together say of a stretch. */
  @FunctionalInterface
  interface Both {
    /**
     * Returns the log-odds of each outcome of the stacked model.
     *
     * @param sequenced what the network says of the stretch
     */
    float[] logOdds(SignUnit unit, float[] sequenced);
  }

  /**
   * @throws IllegalArgumentException if the stacked model doesn't tell of a kind
   */
  KindJudge(SignModel model, StackedModel stacked, Concepts concepts, Both both) {
    this.model = model;
    this.concepts = concepts;
    this.both = both;
    List<String> names = Arrays.stream(Genre.values()).map(genre -> GENRE + genre.label()).toList();
    this.genres = names.stream().mapToInt(model::outcome).toArray();
    this.byBoth = names.stream().mapToInt(stacked::requireOutcome).toArray();
  }

  /**
   * What kind of text it is.
   *
   * @param genre the kind
   * @param sureness its share of what all kinds have, in [0, 1]; the larger one where weights alone
   *     tell the same kind as all models
   */
  record Kind(Genre genre, double sureness) {}

  /**
   * Returns the kind of a text; one of a word or two that is about nothing is of no other kind.
   *
   * @param tellsOfControl whether it says a strong sign of control: what asks for help or an
   *     answer, or warns and is a complaint next to that, then is a complaint, unless an offer is
   *     as likely
   */
  Kind kind(SignUnit whole, SequenceReading reading, boolean tellsOfControl) {
    double[] alone = model.logOdds(genres, whole.sums());
    double[] odds = alone;
    if (reading.isReadWhole() && reading.hasWords()) {
      float[] heard = both.logOdds(whole, reading.ofWhole());
      odds = Arrays.stream(byBoth).mapToDouble(outcome -> heard[outcome]).toArray();
    }
    int best = isAboutNothing(reading.text().reading()) ? Genre.OTHER.ordinal() : best(odds);
    double sureness = share(odds, best);
    if (tellsOfControl && isComplaint(best, odds)) {
      sureness += share(odds, Genre.COMPLAINT.ordinal());
      best = Genre.COMPLAINT.ordinal();
    }
    boolean byWeights = best(alone) == best;
    return new Kind(
        Genre.values()[best], byWeights ? Math.max(sureness, share(alone, best)) : sureness);
  }

  /** Returns whether what tells of control is a complaint, though another kind is likelier. */
  private static boolean isComplaint(int likeliest, double[] odds) {
    int complaint = Genre.COMPLAINT.ordinal();
    return odds[complaint] > odds[Genre.OFFER.ordinal()]
        && (likeliest == Genre.REQUEST.ordinal()
            || likeliest == Genre.WARNING.ordinal() && isNext(complaint, likeliest, odds));
  }

  /** Returns the share of a kind in what all have. */
  private static double share(double[] odds, int kind) {
    double all = Arrays.stream(odds).map(SignModel::probability).sum();
    return all == 0 ? 0 : SignModel.probability(odds[kind]) / all;
  }

  /** Returns whether only the likeliest is likelier. */
  private static boolean isNext(int kind, int likeliest, double[] odds) {
    for (int i = 0; i < odds.length; i++) {
      if (i != likeliest && odds[i] > odds[kind]) {
        return false;
      }
    }
    return true;
  }

  private boolean isAboutNothing(ConceptReading reading) {
    SignText text = reading.text();
    return text.words() <= FEW_WORDS
        && letters(text.original(0, Math.max(0, text.sentences() - 1))) <= FEW_LETTERS
        && reading.bySentence().stream()
            .flatMap(List::stream)
            .allMatch(hit -> OF_NOTHING.contains(concepts.names().get(hit.concept())));
  }

  private static int letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(letter ->
            Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN ? OF_AN_IDEOGRAPH : 1)
        .sum();
  }

  /**
   * Returns the log-odds of each kind by the weights, and what each sentence adds to those of one.
   *
   * @param sums what each sentence says of each outcome
   * @param whole the text as a whole
   * @param told the kind that was told
   */
  KindWeights weights(List<int[]> sums, SignUnit whole, Kind told) {
    Map<Genre, Double> odds = new EnumMap<>(Genre.class);
    double[] all = model.logOdds(genres, whole.sums());
    for (Genre genre : Genre.values()) {
      odds.put(genre, all[genre.ordinal()]);
    }
    int outcome = genres[told.genre().ordinal()];
    int[] none = new int[model.outcomes().size()];
    List<Double> added =
        sums.stream()
            .map(
                one -> outcome < 0 ? 0 : model.logOdds(outcome, one) - model.logOdds(outcome, none))
            .toList();
    boolean byWeights = Genre.values()[best(all)] == told.genre();
    return new KindWeights(told.genre(), odds, added, byWeights);
  }

  /** Returns the place of the largest. */
  static int best(double[] odds) {
    int best = 0;
    for (int i = 1; i < odds.length; i++) {
      best = odds[i] > odds[best] ? i : best;
    }
    return best;
  }
}
