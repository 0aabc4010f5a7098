package org.vigie.web.pages.advert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

class AddedFieldTest {
  @Test
  void isShownOnOneLineWithoutHiddenCharactersAndAddressesToOpen() {
    Advert advert =
        Advert.builder(Channel.FORUM, "forum.example.org", Instant.parse("2026-03-02T12:00:00Z"))
            .body("a text")
            .field("seen at", "https://a.example.org/\u202Egpj.exe")
            .field(Advert.ENRICHED + "seen at", "links")
            .build();

    assertThat(AddedField.of(advert))
        .singleElement()
        .satisfies(field -> {
          assertThat(field.value()).doesNotContain("\u202E", "https://").contains("gpj");
          assertThat(field.name()).isEqualTo("seen at");
          assertThat(field.by()).isEqualTo("links");
        });
  }
}
