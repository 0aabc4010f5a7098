package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Genre;
import org.vigie.classifier.sign.Polarity;

/** What is asked of a text: which families it says, what it does with them, what kind it is. */
final class SignQuestions {
  private SignQuestions() {}

  /** Returns all questions, families first. */
  static List<SignFit.Question> all() {
    List<SignFit.Question> questions = new ArrayList<>(ofFamilies());
    questions.add(new SignFit.Question("said", line -> true, SignLine::isSaid));
    for (Polarity polarity : Polarity.values()) {
      questions.add(
          new SignFit.Question(
              "stance:" + polarity.label(),
              line -> !line.families().isEmpty() && !line.stance().equals("other"),
              line -> line.stance().equals(polarity.label())));
    }
    for (Genre genre : Genre.values()) {
      questions.add(
          new SignFit.Question(
              "genre:" + genre.label(),
              SignQuestions::tellsItsKind,
              line -> line.genre().equals(genre.label())));
    }
    return questions;
  }

  /** Sentences of elsewhere are of any kind; nobody has said which. */
  private static boolean tellsItsKind(SignLine line) {
    return !line.genre().isEmpty();
  }

  /** Returns those of families alone. */
  static List<SignFit.Question> ofFamilies() {
    List<SignFit.Question> questions = new ArrayList<>();
    for (Family family : Family.values()) {
      questions.add(
          new SignFit.Question(
              "family:" + family.label(), line -> true, line -> line.says(family)));
    }
    return questions;
  }
}
