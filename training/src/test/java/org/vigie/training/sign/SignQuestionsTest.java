package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignQuestionsTest {
  private static final SignLine DENIED = line("debt\tdenied");
  private static final SignLine SAID = line("debt\tsaid");

  @Test
  void askWhichFamilyATextSpeaksOfWhetherItSaysItOrNot() {
    SignFit.Question debt = named(SignQuestions.ofTopics(), "family:debt");
    assertThat(debt.yes().test(SAID)).isTrue();
    assertThat(debt.yes().test(DENIED)).isTrue();
    assertThat(named(SignQuestions.ofTopics(), "family:wages").yes().test(SAID)).isFalse();
  }

  @Test
  void askElseWhatItSays() {
    assertThat(named(SignQuestions.all(), "family:debt").yes().test(DENIED)).isFalse();
    assertThat(named(SignQuestions.ofTopics(), "said").yes().test(DENIED)).isFalse();
    assertThat(named(SignQuestions.ofTopics(), "said").yes().test(SAID)).isTrue();
    assertThat(SignQuestions.ofTopics())
        .extracting(SignFit.Question::name)
        .containsExactlyElementsOf(
            SignQuestions.all().stream().map(SignFit.Question::name).toList());
  }

  private static SignFit.Question named(List<SignFit.Question> questions, String name) {
    return questions.stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
  }

  private static SignLine line(String familyAndStance) {
    return SignLine.parse("en", familyAndStance + "\toffer\tplain\ttext", "here");
  }
}
