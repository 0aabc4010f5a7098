package org.vigie.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.files.plugin.PluginJson;

class EnrichedFieldsTest {
  private static final Advert ADVERT =
      Advert.builder(Channel.FILE, "example.org", Instant.parse("2026-01-02T03:04:05Z"))
          .body("room to let")
          .field("price", "5")
          .build();

  private static com.fasterxml.jackson.databind.node.ObjectNode answer(String name, String value) {
    var answer = PluginJson.object();
    answer.putObject("fields").put(name, value);
    return answer;
  }

  @Test
  void areAddedUnderTheNameOfThePluginAndLeaveTheRestAlone() {
    Advert enriched = EnrichedFields.add(ADVERT, "own", answer("words", "3"));

    assertThat(enriched).isNotNull();
    assertThat(enriched.fields())
        .containsEntry("words", "3")
        .containsEntry("context.enriched.words", "own")
        .containsEntry("price", "5");
    assertThat(enriched.declared()).isEqualTo(ADVERT.fields());
    assertThat(enriched.id()).isEqualTo(ADVERT.id());
    assertThat(EnrichedFields.add(ADVERT, "own", answer("price", "9"))).isEqualTo(ADVERT);
  }

  /**
   * Who posted it, whom one reaches and how old somebody is ties adverts together or locks them
   * away.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "author",
        "contact",
        "organization",
        "age",
        "Author",
        "id",
        "site",
        "url",
        "posted",
        "seen",
        "mandate",
        "channel",
        "text",
        "title",
        "lang",
        "country",
        "place",
        "context.images",
        "Context.handle"
      })
  void areNeverThoseThatSayWhoseAnAdvertIs(String name) {
    assertThat(EnrichedFields.add(ADVERT, "own", answer(name, "17"))).isNull();
  }
}
