package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TesseractLanguagesTest {
  @Test
  void keepNothingOfWhatIsDeclaredButCodes() {
    List<String> declared = List.of("ru", "EN-gb", "zh_Hans", "", "eng", "e\u001b[2J", "ru-\n;x");

    assertThat(TesseractLanguages.codes(declared)).containsExactly("ru", "en", "zh");
  }

  @Test
  void leaveLanguagesOutWithoutData() {
    TesseractLanguages data = new TesseractLanguages(Set.of("eng", "rus"));

    assertThat(data.readable(List.of("xx", "ru", "tr"))).containsExactly("ru");
  }
}
