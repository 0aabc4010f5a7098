package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vigie.advert.Genre;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Polarity;

/** What is asked of a text: which families it says, what it does with them, what kind it is. */
final class SignQuestions {
  private static final String FAMILY = "family:";

  private SignQuestions() {}

  /** Returns the name of the question whether a family is said. */
  static String of(Family family) {
    return FAMILY + family.label();
  }

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

  /**
   * Returns all questions, but which family a text speaks of, in place of which it says: whether
   * that is so is asked of all together, and texts that deny or report a family teach its words.
   */
  static List<SignFit.Question> ofTopics() {
    List<SignFit.Question> questions = new ArrayList<>(all());
    questions.replaceAll(question ->
        question.name().startsWith(FAMILY)
            ? new SignFit.Question(question.name(), question.asked(), speaksOf(question.name()))
            : question);
    return questions;
  }

  private static Predicate<SignLine> speaksOf(String name) {
    Family family = Family.of(name.substring(FAMILY.length())).orElseThrow();
    return line -> line.families().contains(family);
  }

  /** Returns those of families alone. */
  static List<SignFit.Question> ofFamilies() {
    List<SignFit.Question> questions = new ArrayList<>();
    for (Family family : Family.values()) {
      questions.add(new SignFit.Question(of(family), line -> true, line -> line.says(family)));
    }
    return questions;
  }
}
