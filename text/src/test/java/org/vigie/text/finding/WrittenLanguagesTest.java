package org.vigie.text.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WrittenLanguagesTest {
  @Test
  void areEnglishAndThoseThatHaveAFileByTheirCodes() {
    assertThat(WrittenLanguages.withEnglish(Set.of("fr", "de", "en", "xx")::contains))
        .containsExactly(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    assertThat(WrittenLanguages.withEnglish(code -> false)).containsExactly(Locale.ENGLISH);
    assertThat(WrittenLanguages.ofFindings()).containsExactly(Locale.ENGLISH, Locale.FRENCH);
  }
}
