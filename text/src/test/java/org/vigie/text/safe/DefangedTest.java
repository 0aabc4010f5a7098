package org.vigie.text.safe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedTest {
  @ParameterizedTest
  @CsvSource({
    "http://example.org, hxxp://example[.]org",
    "https://a.example.org:8443/b.c?d=e.f#g, hxxps://a[.]example[.]org:8443/b.c?d=e.f#g",
    "HTTPS://Example.ORG/, HXXPS://Example[.]ORG/",
    "ftp://files.example.org/x, fxp://files[.]example[.]org/x",
    "www.example.org/a, www[.]example[.]org/a",
    "see http://one.example.org and https://two.example.org now,"
        + " see hxxp://one[.]example[.]org and hxxps://two[.]example[.]org now",
    "http://http://example.org, hxxp://hxxp://example[.]org",
    "https://one.example.org;https://two.example.org, hxxps://one[.]example[.]org;hxxps://two[.]example[.]org",
    "url:https://chat.example.org/AbC, url:hxxps://chat[.]example[.]org/AbC",
    "a.b. Call 06.39.98.00.01, a.b. Call 06.39.98.00.01",
    "awww.example.org, awww.example.org",
  })
  void leavesNothingThatATerminalWouldOpen(String text, String defanged) {
    assertThat(Defanged.text(text)).isEqualTo(defanged);
  }

  @Test
  void takesTimeInProportionToTheText() {
    assertThat(Defanged.text("http://".repeat(200_000))).startsWith("hxxp://");
    assertThat(Defanged.text("www.".repeat(200_000))).startsWith("www[.]www[.]");
  }
}
