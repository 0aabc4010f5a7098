package org.vigie.training.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.sign.SignSampler;

class SignCorpusTest {
  @Test
  void hasTextsOfANineteenthAuthorInEveryLanguageThatAreNotLearntFromYet() throws Exception {
    List<String> languages = SignSampler.load(ModelsFolder.path()).concepts().languages();

    List<SignLine> waiting = SignCorpus.of("nineteenth", languages);

    Map<String, Long> by =
        waiting.stream().collect(Collectors.groupingBy(SignLine::language, Collectors.counting()));
    assertThat(by)
        .containsOnlyKeys(languages)
        .allSatisfy((language, texts) -> assertThat(texts).as(language).isGreaterThan(50));
    assertThat(SignCorpus.AUTHORS).doesNotContain("nineteenth");
  }
}
